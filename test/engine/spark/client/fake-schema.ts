/**
 * What the fake server reads and writes. It is written on its own, from the protocol's description, and not taken from
 * the client's schema: a wrong number there would otherwise be wrong on both sides and go unnoticed. It has fields that
 * the client does not know, as newer servers will.
 */
export const FAKE_SCHEMA = `
syntax = "proto3";
package fake;

message Who { string user_id = 1; }
message Sql { string query = 1; }
message Relation { Sql sql = 10; }
message Plan { Relation root = 1; }
message Reattachable { bool reattachable = 1; }
message Chunking { bool allow = 1; int64 preferred_size = 2; }
message Option { Reattachable reattach = 1; Chunking chunking = 2; }
message ExecutePlanRequest {
  string session_id = 1; Who user = 2; Plan plan = 3; string client_type = 4; repeated Option options = 5;
  string operation_id = 6; repeated string tags = 7; string observed = 8;
}
message ReattachExecuteRequest { string session_id = 1; string operation_id = 3; string last_response_id = 5; string observed = 6; }
message Batch { int64 row_count = 1; bytes data = 2; optional int64 start_offset = 3; optional int64 chunk_index = 4; optional int64 chunks = 5; string newer = 77; }
message Relay { Relation relation = 1; }
message Nothing {}
message Stage { int64 stage_id = 1; int64 tasks = 2; int64 done = 3; int64 bytes = 4; bool is_done = 5; string newer = 77; }
message Progress { repeated Stage stages = 1; int64 inflight = 2; }
message Newer { string text = 1; map<string, string> pairs = 2; }
message Long { string text = 1; }
message Kind { Long long = 7; }
message ExecutePlanResponse {
  string session_id = 1; Batch batch = 2; Relay relay = 5; Nothing complete = 14; Progress progress = 18; Kind schema = 7;
  string operation_id = 12; string response_id = 13; string server_session = 15;
  Newer newer_kind = 4242; string newer_text = 4243; fixed64 newer_number = 4244;
}
message ReleaseUntil { string response_id = 1; }
message ReleaseExecuteRequest { string session_id = 1; string operation_id = 3; Nothing all = 5; ReleaseUntil until = 6; }
message ReleaseExecuteResponse { string session_id = 1; string server_session = 3; }
message AnalyzePlanRequest { string session_id = 1; Who user = 2; string client_type = 3; Nothing version = 10; string observed = 17; }
message Version { string version = 1; }
message AnalyzePlanResponse { string session_id = 1; Version version = 8; string server_session = 15; Newer newer_kind = 4242; }
message Key { string key = 1; string value = 2; }
message Set { repeated Key pairs = 1; }
message Get { repeated string keys = 1; }
message Operation { Set set = 1; Get get = 2; }
message ConfigRequest { string session_id = 1; Operation operation = 3; string observed = 8; }
message ConfigResponse { string session_id = 1; repeated Key pairs = 2; string server_session = 4; }
message InterruptRequest { string session_id = 1; int32 type = 4; string tag = 5; string operation_id = 6; }
message InterruptResponse { string session_id = 1; repeated string interrupted_ids = 2; string server_session = 3; }
message ReleaseSessionRequest { string session_id = 1; Who user = 2; }
message ReleaseSessionResponse { string session_id = 1; string server_session = 2; }
message FetchErrorDetailsRequest { string session_id = 1; string error_id = 3; }
message Context { int32 start = 3; int32 stop = 4; string fragment = 5; int32 newer = 10; }
message Throwable { string error_class = 1; map<string, string> parameters = 2; repeated Context contexts = 3; string sql_state = 4; }
message Fault { repeated string types = 1; string message = 2; Throwable throwable = 5; }
message FetchErrorDetailsResponse { optional int32 root = 1; repeated Fault errors = 2; string server_session = 3; string session_id = 4; }

message Any { string type_url = 1; bytes value = 2; }
message Status { int32 code = 1; string message = 2; repeated Any details = 3; }
message ErrorInfo { string reason = 1; string domain = 2; map<string, string> metadata = 3; }
message Duration { int64 seconds = 1; int32 nanos = 2; }
message RetryInfo { Duration delay = 1; }
`;
