import { describe, expect, test } from "vitest";
import { readCocoLabels } from "../../../src/labels/coco/read-coco-labels.ts";
import { LabelFileError } from "../../../src/labels/label-file-error.ts";
import { LabelTables } from "../../../src/labels/label-tables.ts";
import { columnTypeOf } from "../../../src/tables/column-type-of.ts";
import { personDocument, readDocument, rowsOf } from "../read-text.ts";

const KEYS = { job_id: "00004", camera: 0, image_id: 7, frame_number: 2, annotation_id: 31 };

describe("readCocoLabels() makes", () => {
  test("a scene of info, with vectors and matrices", () => {
    const info = {
      scene_id: "GYM_1",
      camera_pitch: 90,
      camera_location: [1, 2.5, 3],
      camera_K_matrix: [
        [1, 0, 2],
        [0, 1, 3],
        [0, 0, 1],
      ],
      takes: 3,
      job_id: "theirs",
      nothing: null,
      empty: [],
    };
    const { scenes, problems } = readDocument(personDocument({}, { info }), { camera: 1 });
    expect(scenes).toEqual([
      {
        job_id: "00004",
        camera: 1,
        camera_pitch: 90,
        camera_location: [1, 2.5, 3],
        camera_K_matrix: [
          [1, 0, 2],
          [0, 1, 3],
          [0, 0, 1],
        ],
        scene_id: "GYM_1",
        takes: 3,
        label_job_id: "theirs",
      },
    ]);
    expect(problems).toEqual([]);
  });

  test("a row a category", () => {
    const categories = [
      { id: 1, name: "person", color: [0.25, 0.5, 1] },
      { id: 9, name: "spill", supercategory: "stain", keypoints: ["left", "right"], category_id: 3 },
    ];
    const none = { supercategory: null, keypoints: null, label_category_id: null };
    expect(readDocument(personDocument({}, { categories })).categories).toEqual([
      { job_id: "00004", category_id: 1, name: "person", color_r: 0.25, color_g: 0.5, color_b: 1, ...none },
      {
        ...{ job_id: "00004", category_id: 9, name: "spill", color_r: null, color_g: null, color_b: null },
        ...{ supercategory: "stain", keypoints: ["left", "right"], label_category_id: 3 },
      },
    ]);
  });

  test("a row a frame, with scalars of any name", () => {
    const images = [
      { id: 12, width: 640, height: 480, frame_number: 0, spill_visible: false, snr: 3 },
      { id: 3, width: 640, height: 480, frame_number: 1, mood: "fine", camera_location_m: [0, 1, 2] },
    ];
    const { images: rows } = readDocument({ categories: [], images, annotations: [] });
    const keys = { job_id: "00004", camera: 0, width: 640, height: 480 };
    expect(rows).toEqual([
      {
        ...keys,
        image_id: 12,
        frame_number: 0,
        spill_visible: false,
        snr: 3,
        mood: null,
        camera_location_m: null,
      },
      {
        ...keys,
        image_id: 3,
        frame_number: 1,
        spill_visible: null,
        snr: null,
        mood: "fine",
        camera_location_m: [0, 1, 2],
      },
    ]);
    expect(Object.keys(rows[0]!).slice(0, 6)).toEqual([
      ...["job_id", "camera", "image_id", "frame_number", "width", "height"],
    ]);
  });

  test("a row an instance, joined to its frame and category, with ppe and location flattened", () => {
    const annotation = {
      bbox: [10, 20, 30, 40],
      area: 900,
      color: [0, 0.5, 1],
      percent_in_fov: 100,
      percent_occlusion: 12.5,
      num_keypoints: 17,
      person_idx: 3,
      action: "walk",
      gender: "female",
      yaw_rotation_deg: 45,
      location: [1, 2, 3],
      ppe: { hat: true, vest: "orange", gloves: null },
      speed: 1.5,
      category: "theirs",
    };
    const { annotations, problems } = readDocument(personDocument(annotation));
    expect(annotations).toEqual([
      {
        ...KEYS,
        category_id: 1,
        category: "person",
        iscrowd: 0,
        bbox_x: 10,
        bbox_y: 20,
        bbox_w: 30,
        bbox_h: 40,
        area: 900,
        percent_in_fov: 100,
        percent_occlusion: 12.5,
        num_keypoints: 17,
        person_idx: 3,
        action: "walk",
        gender: "female",
        yaw_rotation_deg: 45,
        location_x: 1,
        location_y: 2,
        location_z: 3,
        color_r: 0,
        color_g: 0.5,
        color_b: 1,
        ppe_hat: true,
        ppe_vest: "orange",
        speed: 1.5,
        label_category: "theirs",
      },
    ]);
    expect(problems).toEqual([]);
  });

  test("the columns of an instance without a box, in their order", () => {
    const [row] = readDocument(personDocument()).annotations;
    expect(Object.keys(row!)).toEqual([
      ...[
        "job_id",
        "camera",
        "image_id",
        "frame_number",
        "annotation_id",
        "category_id",
        "category",
        "iscrowd",
      ],
      ...["bbox_x", "bbox_y", "bbox_w", "bbox_h", "area", "percent_in_fov", "percent_occlusion"],
      ...["num_keypoints", "person_idx", "action"],
    ]);
    expect(row).toMatchObject({ bbox_x: null, area: null, action: null });
  });

  test("a row a point of each skeleton", () => {
    const point = { x: 1.5, y: 2, v: 2, z: 4, x_global: 5, y_global: 6, z_global: 7 };
    const { keypoints, problems } = readDocument(
      personDocument({
        keypoints: Array.from({ length: 51 }, (_, index) => (index % 3 === 2 ? 1 : index)),
        armature_keypoints: { pelvis: point, __proto: { x: 1, y: 2, v: 0 } },
        vertex_keypoints: { nose: point },
        quaternions: { pelvis: [1, 0, -0.5, 0.25], root: [0, 1, 0, 0] },
      }),
    );
    expect(problems).toEqual([]);
    expect(keypoints).toHaveLength(17 + 3 + 1);
    const none = { z: null, x_global: null, y_global: null, z_global: null };
    const still = { qw: null, qx: null, qy: null, qz: null };
    expect(keypoints[0]).toEqual({
      ...KEYS,
      skeleton: "coco",
      keypoint: "nose",
      x: 0,
      y: 1,
      v: 1,
      ...none,
      ...still,
    });
    expect(keypoints[16]).toMatchObject({ keypoint: "right_ankle", x: 48, y: 49, v: 1 });
    expect(keypoints[11]).toMatchObject({ keypoint: "left_hip", x: 33, y: 34 });
    const pelvis = { ...KEYS, skeleton: "armature", keypoint: "pelvis", ...point };
    expect(keypoints[17]).toEqual({ ...pelvis, qw: 1, qx: 0, qy: -0.5, qz: 0.25 });
    expect(keypoints[18]).toMatchObject({ keypoint: "__proto", x: 1, v: 0, x_global: null, qw: null });
    expect(keypoints[19]).toMatchObject({ skeleton: "armature", keypoint: "root", x: null, v: null, qx: 1 });
    expect(keypoints[20]).toEqual({ ...KEYS, skeleton: "vertex", keypoint: "nose", ...point, ...still });
  });

  test("a row a corner of a cuboid", () => {
    const cuboid_coordinates = Array.from({ length: 8 }, (_, corner) => ({
      x: corner,
      y: 10 + corner,
      z: -1,
    }));
    const { cuboids } = readDocument(personDocument({ cuboid_coordinates }));
    expect(cuboids).toHaveLength(8);
    expect(cuboids[5]).toEqual({ ...KEYS, corner: 5, x: 5, y: 15, z: -1 });
  });

  test("polygons only when asked for", () => {
    const document = personDocument({
      segmentation: [
        [0, 0, 4, 0, 4, 4],
        [1, 1, 2, 2],
      ],
    });
    expect(readDocument(document).polygons).toEqual([]);
    expect(readDocument(document, { polygons: true }).polygons).toEqual([
      { ...KEYS, polygon: 0, points: [0, 0, 4, 0, 4, 4] },
      { ...KEYS, polygon: 1, points: [1, 1, 2, 2] },
    ]);
  });

  test("types that do not depend on the values that are there", () => {
    const into = new LabelTables();
    const document = personDocument({
      area: 4,
      bbox: [1, 2, 3, 4],
      percent_in_fov: 100,
      yaw_rotation_deg: 0,
    });
    readCocoLabels(JSON.stringify(document), { jobId: "a", file: "f", into });
    const { annotations, images } = into.toTables();
    const types = (table: typeof annotations, names: string[]) =>
      names.map((name) => columnTypeOf(table.column(name) as never, name));
    expect(
      types(annotations, ["area", "bbox_w", "percent_in_fov", "yaw_rotation_deg", "percent_occlusion"]),
    ).toEqual(Array(5).fill("float64"));
    expect(types(annotations, ["annotation_id", "person_idx"])).toEqual(["int32", "int32"]);
    expect(types(images, ["job_id", "image_id"])).toEqual(["string", "int32"]);
  });
});

describe("readCocoLabels()", () => {
  test("counts, and collects the visibility of people alone", () => {
    const document = {
      categories: [
        { id: 0, name: "person" },
        { id: 1, name: "dumbbell" },
      ],
      images: [{ id: 0, frame_number: 0 }],
      annotations: [
        { id: 0, image_id: 0, category_id: 0, percent_in_fov: 50, percent_occlusion: 1 },
        { id: 1, image_id: 0, category_id: 1, percent_in_fov: 99 },
        { id: 2, image_id: 0, category_id: 0, percent_in_fov: 100, percent_occlusion: null },
      ],
    };
    const summary = readCocoLabels(JSON.stringify(document), {
      jobId: "a",
      file: "f",
      into: new LabelTables(),
    });
    expect(summary).toEqual({
      numFrames: 1,
      numAnnotations: 3,
      percentInFov: { sum: 150, count: 2 },
      percentOcclusion: { sum: 1, count: 1 },
    });
  });

  test.each([
    ["[]", "$", "the file must hold an object, got an array of 0"],
    ['{"categories": [], "annotations": []}', "$.images", '"images" must be an array, got undefined'],
    [
      '{"categories": [], "images": [{}, 3]}',
      "$.images[1]",
      'an entry of "images" must be an object, got number 3',
    ],
    ['{"categories": {}}', "$.categories", '"categories" must be an array, got an object'],
    ['{"info": 1}', "$.info", '"info" must be an object, got number 1'],
    ['{"categories": [], "images": []}', "$.annotations", '"annotations" must be an array, got undefined'],
    [
      '{"categories": [], "images": [{"id": 0}], "annotations": [null]}',
      "$.annotations[0]",
      'an entry of "annotations" must be an object, got null',
    ],
  ])("rejects %s and appends nothing of it", (text, path, reason) => {
    const into = new LabelTables();
    const read = () => readCocoLabels(text, { jobId: "00004", file: "00004_labels.json", into });
    expect(read).toThrow(LabelFileError);
    expect(read).toThrow(`Cannot read labels of job 00004: ${reason} (00004_labels.json at ${path})`);
    expect(read).toThrow(expect.objectContaining({ path, file: "00004_labels.json", code: "LABEL_FILE" }));
    expect(Object.values(rowsOf(into.toTables())).flat()).toEqual([]);
  });

  test("names the line where the text stops being JSON", () => {
    const text = '{"info": {},\n"categories": [],\n"images": [';
    expect(() => readCocoLabels(text, { jobId: "1", file: "f", into: new LabelTables() })).toThrow(
      expect.objectContaining({ name: "LabelFileError", path: "line 3", cause: expect.any(SyntaxError) }),
    );
  });

  test("shares the categories of a job's cameras and notes conflicts", () => {
    const into = new LabelTables();
    const second = [
      { id: 1, name: "dumbbell" },
      { id: 2, name: "floor" },
    ];
    readCocoLabels(JSON.stringify(personDocument()), { jobId: "a", file: "0", into });
    readCocoLabels(JSON.stringify(personDocument()), { jobId: "a", file: "1", camera: 1, into });
    readCocoLabels(JSON.stringify(personDocument({}, { categories: second })), {
      ...{ jobId: "a", file: "2", camera: 2, into },
    });
    readCocoLabels(JSON.stringify(personDocument()), { jobId: "b", file: "3", into });
    const { categories, annotations, problems } = rowsOf(into.toTables());
    expect(categories.map(({ job_id, category_id, name }) => [job_id, category_id, name])).toEqual([
      ["a", 1, "person"],
      ["a", 2, "floor"],
      ["b", 1, "person"],
    ]);
    expect(annotations.map(({ camera, category }) => [camera, category])).toEqual([
      [0, "person"],
      [1, "person"],
      [2, "dumbbell"],
      [0, "person"],
    ]);
    expect(problems).toMatchObject([
      { job_id: "a", file: "2", path: "$.categories[0]", problem: "conflicting_category" },
    ]);
  });

  test("keeps a field ppe_hat beside ppe.hat", () => {
    const { annotations } = readDocument(personDocument({ ppe: { hat: true, vest: 1 }, ppe_hat: "red" }));
    expect(annotations).toMatchObject([{ ppe_hat: "red", ppe_vest: 1 }]);
    const { annotations: other, problems } = readDocument(
      personDocument({ ppe: { hat: true }, ppe_hat: null }),
    );
    expect(other).toMatchObject([{ ppe_hat: true }]);
    expect(problems).toEqual([]);
  });

  test("does not call a name that is no text a conflict, and names what a job's categories lack", () => {
    const into = new LabelTables();
    const names: unknown[] = [null, "person", 5];
    for (const [camera, name] of names.entries()) {
      const document = personDocument({}, { categories: [{ id: 1, name }] });
      readCocoLabels(JSON.stringify(document), { jobId: "a", file: `${camera}`, camera, into });
    }
    const { categories, annotations, problems } = rowsOf(into.toTables());
    expect(categories).toMatchObject([{ name: null }]);
    expect(annotations.map(({ category }) => category)).toEqual([null, "person", null]);
    expect(problems.map(({ file, problem }) => [file, problem])).toEqual([
      ["0", "wrong_type"],
      ["1", "conflicting_category"],
      ["2", "wrong_type"],
    ]);
    expect(problems[1]?.message).toBe(
      'Category 1 is "person" here and has no name in another file of the job: the table keeps the latter',
    );
  });

  test("reads run lengths into columns of their own", () => {
    for (const [counts, column] of [
      [[3, 5], "rle_counts"],
      ["35", "rle_string"],
    ] as const) {
      const document = personDocument({ iscrowd: 1, segmentation: { counts, size: [2, 4] } });
      const { annotations, polygons, problems } = readDocument(document, { polygons: true });
      expect(annotations).toMatchObject([{ iscrowd: 1 }]);
      const size = { rle_height: 2, rle_width: 4 };
      expect(polygons).toEqual([{ ...KEYS, polygon: 0, points: null, ...size, [column]: counts }]);
      expect(problems).toEqual([]);
      expect(readDocument(document).polygons).toEqual([]);
    }
  });

  test("notes run lengths that are none", () => {
    const read = (segmentation: object) => {
      const { polygons, problems } = readDocument(personDocument({ segmentation }), { polygons: true });
      expect(polygons).toHaveLength(1);
      return problems.map(({ path, message }) => [path, message]);
    };
    expect(read({ counts: [1, -1], size: [2, 4] })).toEqual([
      [
        "$.annotations[0].segmentation.counts",
        '"counts" must be a list of run lengths or a string, got an array of 2',
      ],
    ]);
    expect(read({ counts: { a: 1 }, size: [2] })).toEqual([
      ["$.annotations[0].segmentation.size", '"size" must be a list of height and width, got an array of 1'],
      [
        "$.annotations[0].segmentation.counts",
        '"counts" must be a list of run lengths or a string, got an object',
      ],
    ]);
  });

  test("names the line of a fault after bare numbers, in the file's own words", () => {
    const text = '{"info": {"snr": NaN},\n"categories": [],\n"images": [NaN "x"]}';
    const read = () => readCocoLabels(text, { jobId: "1", file: "f", into: new LabelTables() });
    expect(read).toThrow(
      'Cannot read labels of job 1: not JSON: expected "," or a closing bracket, got "\\"" (f at line 3)',
    );
  });

  test("reads NaN as a number", () => {
    const text = JSON.stringify(personDocument({ area: 12345 })).replace("12345", "NaN");
    const into = new LabelTables();
    readCocoLabels(text, { jobId: "a", file: "f", into });
    expect(into.toTables().annotations.get("area", 0)).toBeNaN();
  });
});

describe("readCocoLabels() notes and keeps the rest of the row:", () => {
  const problemsOf = (annotation: object, rest: object = {}) =>
    readDocument(personDocument(annotation, rest), { polygons: true }).problems.map(
      ({ job_id, file, path, problem }) => {
        expect([job_id, file]).toEqual(["00004", "00004_labels.json"]);
        return [problem, path];
      },
    );

  test.each<[object, string, string]>([
    [{ image_id: 8 }, "unknown_image", "$.annotations[0].image_id"],
    [{ category_id: 8 }, "unknown_category", "$.annotations[0].category_id"],
    [{ image_id: "7" }, "wrong_type", "$.annotations[0].image_id"],
    [{ percent_in_fov: "98" }, "wrong_type", "$.annotations[0].percent_in_fov"],
    [{ person_idx: 1.5 }, "wrong_type", "$.annotations[0].person_idx"],
    [{ action: {} }, "wrong_type", "$.annotations[0].action"],
    [{ bbox: [1, 2, 3] }, "wrong_type", "$.annotations[0].bbox"],
    [{ location: "here" }, "wrong_type", "$.annotations[0].location"],
    [{ color: [1, 2, "x"] }, "wrong_type", "$.annotations[0].color"],
    [{ ppe: [] }, "wrong_type", "$.annotations[0].ppe"],
    [{ ppe: { hat: [1] } }, "wrong_type", "$.annotations[0].ppe.hat"],
    [{ keypoints: [1, 2] }, "wrong_length", "$.annotations[0].keypoints"],
    [{ keypoints: Array(54).fill(1) }, "wrong_length", "$.annotations[0].keypoints"],
    [{ keypoints: ["x"] }, "wrong_type", "$.annotations[0].keypoints"],
    [{ armature_keypoints: [] }, "wrong_type", "$.annotations[0].armature_keypoints"],
    [{ armature_keypoints: { head: 3 } }, "wrong_type", "$.annotations[0].armature_keypoints.head"],
    [{ vertex_keypoints: { nose: { x: "1" } } }, "wrong_type", "$.annotations[0].vertex_keypoints.nose.x"],
    [{ quaternions: { head: [1, 0] } }, "wrong_type", "$.annotations[0].quaternions.head"],
    [{ cuboid_coordinates: [{ x: 1, y: 2, z: 3 }] }, "wrong_length", "$.annotations[0].cuboid_coordinates"],
    [{ segmentation: { counts: [1] } }, "wrong_type", "$.annotations[0].segmentation"],
    [{ ppe_hat: "red", ppe: { hat: true } }, "unread_field", "$.annotations[0].ppe.hat"],
    [{ segmentation: [[1, 2, 3]] }, "wrong_length", "$.annotations[0].segmentation[0]"],
    [{ segmentation: [["1", 2]] }, "wrong_type", "$.annotations[0].segmentation[0]"],
    [{ history: { a: 1 } }, "unread_field", "$.annotations[0].history"],
  ])("%j", (annotation, problem, path) => {
    expect(problemsOf(annotation)).toEqual([[problem, path]]);
    const { annotations } = readDocument(personDocument({ gender: "male", ...annotation }));
    expect(annotations).toMatchObject([{ job_id: "00004", annotation_id: 31, gender: "male" }]);
  });

  test("ids that repeat", () => {
    const image = { id: 7, width: 1, height: 1, frame_number: 5 };
    const annotation = { id: 31, image_id: 7, category_id: 1 };
    const document = {
      categories: [
        { id: 1, name: "person" },
        { id: 1, name: "floor" },
      ],
      images: [image, { ...image, frame_number: 6 }],
      annotations: [annotation, annotation],
    };
    const { images, annotations, categories, problems } = readDocument(document);
    expect(problems.map(({ problem, path }) => [problem, path])).toEqual([
      ["duplicate_category_id", "$.categories[1]"],
      ["duplicate_image_id", "$.images[1]"],
      ["duplicate_annotation_id", "$.annotations[1]"],
    ]);
    expect([images.length, annotations.length, categories.length]).toEqual([2, 2, 1]);
    expect(annotations).toMatchObject([
      { frame_number: 5, category: "person" },
      { frame_number: 5, category: "person" },
    ]);
  });

  test("categories whose name is no text", () => {
    const categories = [{ id: 1, name: 5 }, { id: 2 }];
    const { categories: rows, annotations, problems } = readDocument(personDocument({}, { categories }));
    expect(rows.map(({ name }) => name)).toEqual([null, null]);
    expect(annotations).toMatchObject([{ category_id: 1, category: null }]);
    expect(problems.map(({ problem, path }) => [problem, path])).toEqual([
      ["wrong_type", "$.categories[0].name"],
      ["wrong_type", "$.categories[1].name"],
    ]);
  });

  test("fields that nest deeper than the call stack", () => {
    const deep = `${"[".repeat(50_000)}${"]".repeat(50_000)}`;
    const text = JSON.stringify(personDocument({ history: "deep" }, { info: { camera_location: "deep" } }));
    const into = new LabelTables();
    readCocoLabels(text.replaceAll('"deep"', deep), { jobId: "a", file: "f", into });
    const { annotations, scenes, problems } = rowsOf(into.toTables());
    expect([annotations.length, scenes.length]).toEqual([1, 1]);
    expect(problems.map(({ problem, path }) => [problem, path])).toEqual([
      ["wrong_type", "$.info.camera_location"],
      ["unread_field", "$.annotations[0].history"],
    ]);
  });

  test("types that mix in a column of no declared type", () => {
    const images = [
      { id: 1, frame_number: 0, mood: "fine" },
      { id: 2, frame_number: 1, mood: 3 },
    ];
    const { images: rows, problems } = readDocument({ categories: [], images, annotations: [] });
    expect(rows.map(({ mood }) => mood)).toEqual(["fine", "3"]);
    expect(problems).toMatchObject([
      { job_id: null, file: null, path: "images.mood", problem: "mixed_types" },
    ]);
  });

  test("a wrong value, in words", () => {
    const [problem] = readDocument(personDocument({ area: "large" })).problems;
    expect(problem?.message).toBe('"area" must be a number, got string "large"');
  });
});

describe("readCocoLabels() with hostile names", () => {
  test("keeps constructor and toString as columns and renames __proto__", () => {
    const hostile = '{"id": 7, "frame_number": 2, "__proto__": 5, "constructor": 6, "toString": "x"}';
    const text = JSON.stringify(personDocument({}, { images: ["here"] })).replace('"here"', hostile);
    const into = new LabelTables();
    readCocoLabels(text, { jobId: "a", file: "f", into });
    const { images, problems } = rowsOf(into.toTables());
    expect(images).toHaveLength(1);
    expect(Object.entries(images[0]!)).toEqual(
      expect.arrayContaining([
        ["label___proto__", 5],
        ["constructor", 6],
        ["toString", "x"],
      ]),
    );
    expect(problems).toMatchObject([{ problem: "renamed_field", path: "$.images[0].__proto__" }]);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  test("reads joints and ppe items called __proto__ and constructor", () => {
    const text = JSON.stringify(personDocument({ armature_keypoints: "joints", ppe: "items" }))
      .replace('"joints"', '{"__proto__": {"x": 1, "y": 2, "v": 1}, "constructor": {"x": 3}}')
      .replace('"items"', '{"__proto__": true}');
    const into = new LabelTables();
    readCocoLabels(text, { jobId: "a", file: "f", into });
    const { keypoints, annotations, problems } = rowsOf(into.toTables());
    expect(keypoints).toMatchObject([
      { keypoint: "__proto__", x: 1, qw: null },
      { keypoint: "constructor", x: 3, qw: null },
    ]);
    expect(annotations).toMatchObject([{ ppe___proto__: true }]);
    expect(problems).toEqual([]);
  });
});

describe("readCocoLabels() keeps integers beyond 2^53", () => {
  const BIG = "9007199254740993";
  const big = 9007199254740993n;

  function readText(text: string) {
    const into = new LabelTables();
    const summary = readCocoLabels(text, { jobId: "00004", file: "00004_labels.json", into });
    return { summary, tables: into.toTables() };
  }

  test("as ids that join", () => {
    const { summary, tables } = readText(`{
      "categories": [{"id": -${BIG}, "name": "person"}, {"id": 9007199254740992, "name": "spill"}],
      "images": [{"id": ${BIG}, "width": 1, "height": 1, "frame_number": ${BIG}}],
      "annotations": [
        {"id": ${BIG}, "image_id": ${BIG}, "category_id": -${BIG}, "iscrowd": 0, "percent_in_fov": 50,
         "keypoints": [1, 2, 2], "cuboid_coordinates": [{"x": ${BIG}, "y": 0, "z": 0}]},
        {"id": 5, "image_id": 9007199254740992, "category_id": 9007199254740994, "iscrowd": 0},
        {"id": 18446744073709551616, "image_id": ${BIG}, "category_id": 1, "iscrowd": 0}
      ]}`);
    const { annotations, keypoints, cuboids, categories, images } = tables;
    expect(categories.array("category_id")).toEqual([-big, 9007199254740992n]);
    expect(images.array("image_id")).toEqual([big]);
    expect(columnTypeOf(images.column("image_id")!, "image_id")).toBe("int64");
    const columns = ["image_id", "frame_number", "annotation_id", "category_id", "category"];
    expect(columns.map((name) => Array.from(annotations.array(name)))).toEqual([
      [big, 9007199254740992n, big],
      [big, null, big],
      [big, 5n, null],
      [-big, 9007199254740994n, 1n],
      ["person", null, null],
    ]);
    expect(keypoints.array("annotation_id")).toEqual([big]);
    expect(cuboids.objects()).toMatchObject([{ image_id: big, x: 2 ** 53 }]);
    expect(summary.percentInFov).toEqual({ sum: 50, count: 1 });
    expect(rowsOf(tables).problems).toMatchObject([
      { problem: "wrong_length" },
      { path: "$.annotations[1].image_id", problem: "unknown_image" },
      { path: "$.annotations[1].category_id", problem: "unknown_category" },
      {
        path: "$.annotations[2].id",
        problem: "wrong_type",
        message: '"id" must be an integer of 64 bits, got bigint 18446744073709551616',
      },
      { path: "$.annotations[2].category_id", problem: "unknown_category" },
    ]);
  });

  test("as unknown scalars; beyond 64 bits as text, in floating point rounded", () => {
    const { tables } = readText(`{
      "info": {"seed": ${BIG}, "huge": 18446744073709551616, "camera_pitch": ${BIG}, "camera_yaw": 9007199254740992,
               "list": [0.5, ${BIG}], "rows": [[1], [${BIG}]], "deep": [[[${BIG}]]], "camera_location": [${BIG}, 0, 0]},
      "categories": [], "images": [{"id": 1, "tag": 7}, {"id": 2, "tag": ${BIG}}],
      "annotations": [{"id": 1, "image_id": 1, "category_id": null, "iscrowd": 18446744073709551616,
                       "bbox": [${BIG}, 0, 0, 1], "ppe": {"hat": ${BIG}}}]}`);
    expect(tables.scenes.objects()).toEqual([
      {
        job_id: "00004",
        camera: 0,
        camera_pitch: 2 ** 53,
        camera_yaw: 2 ** 53,
        camera_location: [2 ** 53, 0, 0],
        seed: big,
        huge: "18446744073709551616",
        list: [0.5, 2 ** 53],
        rows: [[1], [2 ** 53]],
      },
    ]);
    expect(tables.images.array("tag")).toEqual([7n, big]);
    expect(tables.annotations.objects()).toMatchObject([{ iscrowd: null, bbox_x: 2 ** 53, ppe_hat: big }]);
    expect(rowsOf(tables).problems.map(({ path, problem }) => [path, problem])).toEqual([
      ["$.info.huge", "unsafe_integer"],
      ["$.info.camera_pitch", "unsafe_integer"],
      ["$.info.list", "unsafe_integer"],
      ["$.info.rows", "unsafe_integer"],
      ["$.info.deep", "unread_field"],
      ["$.info.camera_location", "unsafe_integer"],
      ["$.annotations[0].category_id", "wrong_type"],
      ["$.annotations[0].iscrowd", "wrong_type"],
    ]);
  });
});
