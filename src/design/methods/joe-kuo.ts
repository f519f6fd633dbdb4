/*
 * The direction numbers below are those of dimensions 1 to 64 in the file new-joe-kuo-6.21201,
 * https://web.maths.unsw.edu.au/~fkuo/sobol/, under this licence:
 *
 * Copyright (c) 2008, Frances Y. Kuo and Stephen Joe
 * All rights reserved.
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 *     * Redistributions of source code must retain the above copyright
 *       notice, this list of conditions and the following disclaimer.
 *
 *     * Redistributions in binary form must reproduce the above copyright
 *       notice, this list of conditions and the following disclaimer in the
 *       documentation and/or other materials provided with the distribution.
 *
 *     * Neither the names of the copyright holders nor the names of the
 *       University of New South Wales and the University of Waikato
 *       and its contributors may be used to endorse or promote products derived
 *       from this software without specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS ``AS IS'' AND ANY
 * EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS BE LIABLE FOR ANY
 * DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS
 * OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION)
 * HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT,
 * STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN
 * ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 */

/** The primitive polynomial of a dimension and its first direction numbers. */
export interface JoeKuoDimension {
  /** The coefficients of the polynomial between the first and the last, as bits. */
  readonly a: number;
  /** The first direction numbers; there are as many as the polynomial's degree. */
  readonly m: readonly number[];
}

/**
 * The first dimensions of the Sobol sequence (Joe and Kuo 2008, "Constructing Sobol sequences with better
 * two-dimensional projections", property D(6)). The first dimension is the van der Corput sequence and has degree 0.
 */
export const JOE_KUO: readonly JoeKuoDimension[] = [
  { a: 0, m: [] },
  { a: 0, m: [1] },
  { a: 1, m: [1, 3] },
  { a: 1, m: [1, 3, 1] },
  { a: 2, m: [1, 1, 1] },
  { a: 1, m: [1, 1, 3, 3] },
  { a: 4, m: [1, 3, 5, 13] },
  { a: 2, m: [1, 1, 5, 5, 17] },
  { a: 4, m: [1, 1, 5, 5, 5] },
  { a: 7, m: [1, 1, 7, 11, 19] },
  { a: 11, m: [1, 1, 5, 1, 1] },
  { a: 13, m: [1, 1, 1, 3, 11] },
  { a: 14, m: [1, 3, 5, 5, 31] },
  { a: 1, m: [1, 3, 3, 9, 7, 49] },
  { a: 13, m: [1, 1, 1, 15, 21, 21] },
  { a: 16, m: [1, 3, 1, 13, 27, 49] },
  { a: 19, m: [1, 1, 1, 15, 7, 5] },
  { a: 22, m: [1, 3, 1, 15, 13, 25] },
  { a: 25, m: [1, 1, 5, 5, 19, 61] },
  { a: 1, m: [1, 3, 7, 11, 23, 15, 103] },
  { a: 4, m: [1, 3, 7, 13, 13, 15, 69] },
  { a: 7, m: [1, 1, 3, 13, 7, 35, 63] },
  { a: 8, m: [1, 3, 5, 9, 1, 25, 53] },
  { a: 14, m: [1, 3, 1, 13, 9, 35, 107] },
  { a: 19, m: [1, 3, 1, 5, 27, 61, 31] },
  { a: 21, m: [1, 1, 5, 11, 19, 41, 61] },
  { a: 28, m: [1, 3, 5, 3, 3, 13, 69] },
  { a: 31, m: [1, 1, 7, 13, 1, 19, 1] },
  { a: 32, m: [1, 3, 7, 5, 13, 19, 59] },
  { a: 37, m: [1, 1, 3, 9, 25, 29, 41] },
  { a: 41, m: [1, 3, 5, 13, 23, 1, 55] },
  { a: 42, m: [1, 3, 7, 3, 13, 59, 17] },
  { a: 50, m: [1, 3, 1, 3, 5, 53, 69] },
  { a: 55, m: [1, 1, 5, 5, 23, 33, 13] },
  { a: 56, m: [1, 1, 7, 7, 1, 61, 123] },
  { a: 59, m: [1, 1, 7, 9, 13, 61, 49] },
  { a: 62, m: [1, 3, 3, 5, 3, 55, 33] },
  { a: 14, m: [1, 3, 1, 15, 31, 13, 49, 245] },
  { a: 21, m: [1, 3, 5, 15, 31, 59, 63, 97] },
  { a: 22, m: [1, 3, 1, 11, 11, 11, 77, 249] },
  { a: 38, m: [1, 3, 1, 11, 27, 43, 71, 9] },
  { a: 47, m: [1, 1, 7, 15, 21, 11, 81, 45] },
  { a: 49, m: [1, 3, 7, 3, 25, 31, 65, 79] },
  { a: 50, m: [1, 3, 1, 1, 19, 11, 3, 205] },
  { a: 52, m: [1, 1, 5, 9, 19, 21, 29, 157] },
  { a: 56, m: [1, 3, 7, 11, 1, 33, 89, 185] },
  { a: 67, m: [1, 3, 3, 3, 15, 9, 79, 71] },
  { a: 70, m: [1, 3, 7, 11, 15, 39, 119, 27] },
  { a: 84, m: [1, 1, 3, 1, 11, 31, 97, 225] },
  { a: 97, m: [1, 1, 1, 3, 23, 43, 57, 177] },
  { a: 103, m: [1, 3, 7, 7, 17, 17, 37, 71] },
  { a: 115, m: [1, 3, 1, 5, 27, 63, 123, 213] },
  { a: 122, m: [1, 1, 3, 5, 11, 43, 53, 133] },
  { a: 8, m: [1, 3, 5, 5, 29, 17, 47, 173, 479] },
  { a: 13, m: [1, 3, 3, 11, 3, 1, 109, 9, 69] },
  { a: 16, m: [1, 1, 1, 5, 17, 39, 23, 5, 343] },
  { a: 22, m: [1, 3, 1, 5, 25, 15, 31, 103, 499] },
  { a: 25, m: [1, 1, 1, 11, 11, 17, 63, 105, 183] },
  { a: 44, m: [1, 1, 5, 11, 9, 29, 97, 231, 363] },
  { a: 47, m: [1, 1, 5, 15, 19, 45, 41, 7, 383] },
  { a: 52, m: [1, 3, 7, 7, 31, 19, 83, 137, 221] },
  { a: 55, m: [1, 1, 1, 3, 23, 15, 111, 223, 83] },
  { a: 59, m: [1, 1, 5, 13, 31, 15, 55, 25, 161] },
  { a: 62, m: [1, 1, 3, 13, 25, 47, 39, 87, 257] },
];
