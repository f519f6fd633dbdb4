type Json = Record<string, unknown>;

/** Label files by what is odd about them; two of them are not. */
export function oddDocuments(): Record<string, string> {
  const annotation = {
    ...{ id: 7, image_id: 3, category_id: 1, iscrowd: 0, area: 12.5, action: "walk" },
    ...{ bbox: [1, 2, 3, 4], color: [0, 0.5, 1], location: [1, 2, 3], keypoints: [1, 2, 2, 3, 4, 0] },
    armature_keypoints: { neck: { x: 1, y: 2, v: 1 }, jaw: { x: 3, y: 4, v: 2, z: 1.5 } },
    quaternions: { neck: [1, 0, 0, 0], spine1: [0, 1, 0, 0] },
    vertex_keypoints: { nose: { x: 1, y: 2, v: 0 } },
    cuboid_coordinates: Array.from({ length: 8 }, (_, z) => ({ x: 1, y: 2, z })),
    ppe: { helmet: true, vest: "red" },
    segmentation: [[1, 2, 3, 4, 5, 6]],
    confidence: 0.5,
  };
  const whole = {
    info: { camera_pitch: 90, video_name: "a", scene_id: "b", weights: [1, 2] },
    categories: [{ id: 1, name: "person", color: [0, 1, 0] }],
    images: [{ id: 3, width: 4, height: 5, frame_number: 0, snr: 1.5, tags: { a: 1 } }],
    annotations: [annotation],
  };
  const put = (part: "info" | "categories" | "images" | "annotations", fields: Json): string => {
    const old = whole[part];
    const first = Array.isArray(old) ? old[0] : old;
    const next = { ...first, ...fields };
    return JSON.stringify({ ...whole, [part]: Array.isArray(old) ? [next] : next });
  };
  const label = (fields: Json): string => put("annotations", fields);
  const text = JSON.stringify(whole);
  return {
    whole: text,
    "null where it may be": label({
      bbox: null,
      color: [],
      keypoints: null,
      armature_keypoints: null,
      ppe: null,
      confidence: null,
    }),
    "no JSON": text.slice(1),
    "a comma too many": text.replace('"confidence":0.5', '"confidence":0.5,'),
    "a list of documents": `[${text}]`,
    "two documents": `${text}${text}`,
    "no images": JSON.stringify({ ...whole, images: undefined }),
    "images that are null": JSON.stringify({ ...whole, images: null }),
    "info that is a list": JSON.stringify({ ...whole, info: [] }),
    "an entry that is null": JSON.stringify({ ...whole, annotations: [null] }),
    "a number in a text": put("info", { video_name: 5 }),
    "a text in a number": put("info", { camera_pitch: "90" }),
    "a truth value in a number": put("info", { camera_pitch: true }),
    "an integer that is rounded": put("info", { camera_pitch: 2 ** 53 }),
    "integers that are rounded in a list": put("info", { camera_location: [2 ** 60, 1, 2] }),
    "a list in a scalar": put("info", { camera_pitch: [1] }),
    "a text in a list of numbers": put("info", { weights: [1, "2"] }),
    "another type in a field of the sample": put("info", { scene_id: 5 }),
    "a category without a name": put("categories", { name: null }),
    "a category without an id": put("categories", { id: null }),
    "a category whose color has two parts": put("categories", { color: [1, 2] }),
    "two categories with one id": JSON.stringify({
      ...whole,
      categories: [...whole.categories, ...whole.categories],
    }),
    "two images with one id": JSON.stringify({ ...whole, images: [...whole.images, ...whole.images] }),
    "two annotations with one id": JSON.stringify({ ...whole, annotations: [annotation, annotation] }),
    "an image with a fraction in its width": put("images", { width: 1.5 }),
    "a width beyond 32 bits": put("images", { width: 2 ** 40 }),
    "a scalar where the sample has an object": put("images", { tags: 5 }),
    "an image that is not there": label({ image_id: 4 }),
    "a category that is not there": label({ category_id: 4 }),
    "an id with a fraction": label({ id: 1.5 }),
    "a box of three": label({ bbox: [1, 2, 3] }),
    "a box with a null": label({ bbox: [1, 2, 3, null] }),
    "keypoints of a wrong length": label({ keypoints: [1, 2] }),
    "too many keypoints": label({ keypoints: Array<number>(54).fill(1) }),
    "visibility with a fraction": label({ keypoints: [1, 2, 0.5] }),
    "a point that is null": label({ armature_keypoints: { neck: null } }),
    "a point's visibility with a fraction": label({ vertex_keypoints: { nose: { x: 1, y: 2, v: 0.5 } } }),
    "points with numbers for names": label({ vertex_keypoints: { nose: {}, 0: {} } }),
    "a quaternion of three": label({ quaternions: { neck: [1, 2, 3] } }),
    "a quaternion with a null": label({ quaternions: { neck: [1, 2, 3, null] } }),
    "a cuboid of seven corners": label({ cuboid_coordinates: annotation.cuboid_coordinates.slice(1) }),
    "a corner that is null": label({ cuboid_coordinates: [...annotation.cuboid_coordinates.slice(1), null] }),
    "ppe that is no object": label({ ppe: [] }),
    "a list in ppe": label({ ppe: { helmet: [true] } }),
    "another type in ppe": label({ ppe: { vest: 5 } }),
    "half a point in a polygon": label({ segmentation: [[1, 2, 3]] }),
    "a polygon that is null": label({ segmentation: [null] }),
    "run lengths that the sample does not have": label({ segmentation: { counts: [1], size: [1, 1] } }),
  };
}
