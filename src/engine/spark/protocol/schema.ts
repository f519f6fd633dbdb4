/**
 * The part of Spark Connect's messages that this client uses, with the numbers of Spark 4. Fields that are not listed
 * are skipped when a message is read.
 */
export const SPARK_CONNECT_SCHEMA = `
syntax = "proto3";
package spark.connect;

message Any { string type_url = 1; bytes value = 2; }
message UserContext { string user_id = 1; string user_name = 2; }

message Plan { oneof op_type { Relation root = 1; Command command = 2; } }
message Relation {
  oneof rel_type {
    Read read = 2;
    Project project = 3;
    Join join = 5;
    SetOperation set_op = 6;
    Limit limit = 8;
    Sql sql = 10;
    LocalRelation local_relation = 11;
  }
}
message Read {
  oneof read_type { NamedTable named_table = 1; DataSource data_source = 2; }
  message NamedTable { string unparsed_identifier = 1; map<string, string> options = 2; }
  message DataSource {
    optional string format = 1;
    optional string schema = 2;
    map<string, string> options = 3;
    repeated string paths = 4;
  }
}
message Project { Relation input = 1; repeated Expression expressions = 3; }
message Join {
  Relation left = 1;
  Relation right = 2;
  JoinType join_type = 4;
  repeated string using_columns = 5;
  enum JoinType { UNSPECIFIED = 0; LEFT_OUTER = 3; }
}
message SetOperation {
  Relation left_input = 1;
  Relation right_input = 2;
  SetOpType set_op_type = 3;
  optional bool is_all = 4;
  enum SetOpType { UNSPECIFIED = 0; UNION = 2; }
}
message Limit { Relation input = 1; int32 limit = 2; }
message Sql {
  string query = 1;
  map<string, Expression> named_arguments = 4;
  repeated Expression pos_arguments = 5;
}
message LocalRelation { optional bytes data = 1; optional string schema = 2; }

message Expression { oneof expr_type { Literal literal = 1; ExpressionString expression_string = 4; } }
message ExpressionString { string expression = 1; }
message Literal {
  oneof literal_type {
    DataType null = 1;
    bytes binary = 2;
    bool boolean = 3;
    int32 integer = 6;
    int64 long = 7;
    double double = 11;
    Decimal decimal = 12;
    string string = 13;
    int64 timestamp = 17;
    Array array = 22;
  }
  message Decimal { string value = 1; optional int32 precision = 2; optional int32 scale = 3; }
  message Array { DataType element_type = 1; repeated Literal elements = 2; }
}

message DataType {
  oneof kind {
    Empty null = 1;
    Empty binary = 2;
    Empty boolean = 3;
    Empty byte = 4;
    Empty short = 5;
    Empty integer = 6;
    Empty long = 7;
    Empty float = 8;
    Empty double = 9;
    Decimal decimal = 10;
    Empty string = 11;
    Empty date = 14;
    Empty timestamp = 15;
    Empty timestamp_ntz = 16;
    Array array = 20;
    Struct struct = 21;
    Map map = 22;
    Empty variant = 25;
    Empty time = 28;
  }
  message Empty {}
  message Decimal { optional int32 scale = 1; optional int32 precision = 2; }
  message Array { DataType element_type = 1; bool contains_null = 2; }
  message Struct { repeated Field fields = 1; }
  message Field { string name = 1; DataType data_type = 2; bool nullable = 3; }
  message Map { DataType key_type = 1; DataType value_type = 2; bool value_contains_null = 3; }
}

message Command {
  oneof command_type {
    WriteOperation write_operation = 2;
    CreateView create_dataframe_view = 3;
    SqlCommand sql_command = 5;
  }
}
message SqlCommand { Relation input = 6; }
message CreateView { Relation input = 1; string name = 2; bool is_global = 3; bool replace = 4; }
message WriteOperation {
  Relation input = 1;
  optional string source = 2;
  oneof save_type { string path = 3; }
  SaveMode mode = 5;
  repeated string partitioning_columns = 7;
  map<string, string> options = 9;
  enum SaveMode { UNSPECIFIED = 0; APPEND = 1; OVERWRITE = 2; ERROR_IF_EXISTS = 3; IGNORE = 4; }
}

message RequestOption {
  oneof request_option { ReattachOptions reattach_options = 1; ResultChunkingOptions result_chunking_options = 2; }
}
message ReattachOptions { bool reattachable = 1; }
message ResultChunkingOptions { bool allow_arrow_batch_chunking = 1; optional int64 preferred_arrow_chunk_size = 2; }
message ExecutePlanRequest {
  string session_id = 1;
  UserContext user_context = 2;
  Plan plan = 3;
  optional string client_type = 4;
  repeated RequestOption request_options = 5;
  optional string operation_id = 6;
  repeated string tags = 7;
  optional string client_observed_server_side_session_id = 8;
}
message ExecutePlanResponse {
  string session_id = 1;
  oneof response_type {
    ArrowBatch arrow_batch = 2;
    SqlCommandResult sql_command_result = 5;
    ResultComplete result_complete = 14;
    ExecutionProgress execution_progress = 18;
  }
  DataType schema = 7;
  string operation_id = 12;
  string response_id = 13;
  string server_side_session_id = 15;
  message ResultComplete {}
  message SqlCommandResult { Relation relation = 1; }
  message ArrowBatch {
    int64 row_count = 1;
    bytes data = 2;
    optional int64 start_offset = 3;
    optional int64 chunk_index = 4;
    optional int64 num_chunks_in_batch = 5;
  }
  message ExecutionProgress {
    repeated StageInfo stages = 1;
    int64 num_inflight_tasks = 2;
    message StageInfo {
      int64 stage_id = 1;
      int64 num_tasks = 2;
      int64 num_completed_tasks = 3;
      int64 input_bytes_read = 4;
      bool done = 5;
    }
  }
}

message ReattachExecuteRequest {
  string session_id = 1;
  UserContext user_context = 2;
  string operation_id = 3;
  optional string client_type = 4;
  optional string last_response_id = 5;
  optional string client_observed_server_side_session_id = 6;
}
message ReleaseExecuteRequest {
  string session_id = 1;
  UserContext user_context = 2;
  string operation_id = 3;
  optional string client_type = 4;
  oneof release { ReleaseAll release_all = 5; ReleaseUntil release_until = 6; }
  optional string client_observed_server_side_session_id = 7;
  message ReleaseAll {}
  message ReleaseUntil { string response_id = 1; }
}
message ReleaseExecuteResponse { string session_id = 1; optional string operation_id = 2; string server_side_session_id = 3; }

message AnalyzePlanRequest {
  string session_id = 1;
  UserContext user_context = 2;
  optional string client_type = 3;
  oneof analyze { Schema schema = 4; Explain explain = 5; SparkVersion spark_version = 10; }
  optional string client_observed_server_side_session_id = 17;
  message Schema { Plan plan = 1; }
  message Explain { Plan plan = 1; int32 explain_mode = 2; }
  message SparkVersion {}
}
message AnalyzePlanResponse {
  string session_id = 1;
  oneof result { Schema schema = 2; Explain explain = 3; SparkVersion spark_version = 8; }
  string server_side_session_id = 15;
  message Schema { DataType schema = 1; }
  message Explain { string explain_string = 1; }
  message SparkVersion { string version = 1; }
}

message KeyValue { string key = 1; optional string value = 2; }
message ConfigRequest {
  string session_id = 1;
  UserContext user_context = 2;
  Operation operation = 3;
  optional string client_type = 4;
  optional string client_observed_server_side_session_id = 8;
  message Operation { oneof op_type { Set set = 1; Get get = 2; } }
  message Set { repeated KeyValue pairs = 1; optional bool silent = 2; }
  message Get { repeated string keys = 1; }
}
message ConfigResponse {
  string session_id = 1;
  repeated KeyValue pairs = 2;
  repeated string warnings = 3;
  string server_side_session_id = 4;
}

message InterruptRequest {
  string session_id = 1;
  UserContext user_context = 2;
  optional string client_type = 3;
  int32 interrupt_type = 4;
  oneof interrupt { string operation_tag = 5; string operation_id = 6; }
  optional string client_observed_server_side_session_id = 7;
}
message InterruptResponse { string session_id = 1; repeated string interrupted_ids = 2; string server_side_session_id = 3; }

message ReleaseSessionRequest {
  string session_id = 1;
  UserContext user_context = 2;
  optional string client_type = 3;
  bool allow_reconnect = 4;
}
message ReleaseSessionResponse { string session_id = 1; string server_side_session_id = 2; }

message FetchErrorDetailsRequest {
  string session_id = 1;
  UserContext user_context = 2;
  string error_id = 3;
  optional string client_type = 4;
  optional string client_observed_server_side_session_id = 5;
}
message FetchErrorDetailsResponse {
  optional int32 root_error_idx = 1;
  repeated Error errors = 2;
  string server_side_session_id = 3;
  string session_id = 4;
  message Error {
    repeated string error_type_hierarchy = 1;
    string message = 2;
    optional int32 cause_idx = 4;
    SparkThrowable spark_throwable = 5;
  }
  message SparkThrowable {
    optional string error_class = 1;
    map<string, string> message_parameters = 2;
    repeated QueryContext query_contexts = 3;
    optional string sql_state = 4;
  }
  message QueryContext { int32 context_type = 10; int32 start_index = 3; int32 stop_index = 4; string fragment = 5; }
}

message Status { int32 code = 1; string message = 2; repeated Any details = 3; }
message ErrorInfo { string reason = 1; string domain = 2; map<string, string> metadata = 3; }
message RetryInfo { Duration retry_delay = 1; }
message Duration { int64 seconds = 1; int32 nanos = 2; }
`;
