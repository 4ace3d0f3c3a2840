import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { AdvanceTaskRequest as _holdfast_v1_AdvanceTaskRequest, AdvanceTaskRequest__Output as _holdfast_v1_AdvanceTaskRequest__Output } from '../../holdfast/v1/AdvanceTaskRequest.js';
import type { AdvanceTaskResponse as _holdfast_v1_AdvanceTaskResponse, AdvanceTaskResponse__Output as _holdfast_v1_AdvanceTaskResponse__Output } from '../../holdfast/v1/AdvanceTaskResponse.js';
import type { ApproveStepRequest as _holdfast_v1_ApproveStepRequest, ApproveStepRequest__Output as _holdfast_v1_ApproveStepRequest__Output } from '../../holdfast/v1/ApproveStepRequest.js';
import type { ApproveStepResponse as _holdfast_v1_ApproveStepResponse, ApproveStepResponse__Output as _holdfast_v1_ApproveStepResponse__Output } from '../../holdfast/v1/ApproveStepResponse.js';
import type { CreateTaskRequest as _holdfast_v1_CreateTaskRequest, CreateTaskRequest__Output as _holdfast_v1_CreateTaskRequest__Output } from '../../holdfast/v1/CreateTaskRequest.js';
import type { CreateTaskResponse as _holdfast_v1_CreateTaskResponse, CreateTaskResponse__Output as _holdfast_v1_CreateTaskResponse__Output } from '../../holdfast/v1/CreateTaskResponse.js';
import type { GetTaskRequest as _holdfast_v1_GetTaskRequest, GetTaskRequest__Output as _holdfast_v1_GetTaskRequest__Output } from '../../holdfast/v1/GetTaskRequest.js';
import type { GetTaskResponse as _holdfast_v1_GetTaskResponse, GetTaskResponse__Output as _holdfast_v1_GetTaskResponse__Output } from '../../holdfast/v1/GetTaskResponse.js';
import type { ListTasksRequest as _holdfast_v1_ListTasksRequest, ListTasksRequest__Output as _holdfast_v1_ListTasksRequest__Output } from '../../holdfast/v1/ListTasksRequest.js';
import type { ListTasksResponse as _holdfast_v1_ListTasksResponse, ListTasksResponse__Output as _holdfast_v1_ListTasksResponse__Output } from '../../holdfast/v1/ListTasksResponse.js';

export interface TasksClient extends grpc.Client {
  AdvanceTask(argument: _holdfast_v1_AdvanceTaskRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_AdvanceTaskResponse__Output>): grpc.ClientUnaryCall;
  AdvanceTask(argument: _holdfast_v1_AdvanceTaskRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_AdvanceTaskResponse__Output>): grpc.ClientUnaryCall;
  AdvanceTask(argument: _holdfast_v1_AdvanceTaskRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_AdvanceTaskResponse__Output>): grpc.ClientUnaryCall;
  AdvanceTask(argument: _holdfast_v1_AdvanceTaskRequest, callback: grpc.requestCallback<_holdfast_v1_AdvanceTaskResponse__Output>): grpc.ClientUnaryCall;
  advanceTask(argument: _holdfast_v1_AdvanceTaskRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_AdvanceTaskResponse__Output>): grpc.ClientUnaryCall;
  advanceTask(argument: _holdfast_v1_AdvanceTaskRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_AdvanceTaskResponse__Output>): grpc.ClientUnaryCall;
  advanceTask(argument: _holdfast_v1_AdvanceTaskRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_AdvanceTaskResponse__Output>): grpc.ClientUnaryCall;
  advanceTask(argument: _holdfast_v1_AdvanceTaskRequest, callback: grpc.requestCallback<_holdfast_v1_AdvanceTaskResponse__Output>): grpc.ClientUnaryCall;
  
  ApproveStep(argument: _holdfast_v1_ApproveStepRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ApproveStepResponse__Output>): grpc.ClientUnaryCall;
  ApproveStep(argument: _holdfast_v1_ApproveStepRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ApproveStepResponse__Output>): grpc.ClientUnaryCall;
  ApproveStep(argument: _holdfast_v1_ApproveStepRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ApproveStepResponse__Output>): grpc.ClientUnaryCall;
  ApproveStep(argument: _holdfast_v1_ApproveStepRequest, callback: grpc.requestCallback<_holdfast_v1_ApproveStepResponse__Output>): grpc.ClientUnaryCall;
  approveStep(argument: _holdfast_v1_ApproveStepRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ApproveStepResponse__Output>): grpc.ClientUnaryCall;
  approveStep(argument: _holdfast_v1_ApproveStepRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ApproveStepResponse__Output>): grpc.ClientUnaryCall;
  approveStep(argument: _holdfast_v1_ApproveStepRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ApproveStepResponse__Output>): grpc.ClientUnaryCall;
  approveStep(argument: _holdfast_v1_ApproveStepRequest, callback: grpc.requestCallback<_holdfast_v1_ApproveStepResponse__Output>): grpc.ClientUnaryCall;
  
  CreateTask(argument: _holdfast_v1_CreateTaskRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_CreateTaskResponse__Output>): grpc.ClientUnaryCall;
  CreateTask(argument: _holdfast_v1_CreateTaskRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_CreateTaskResponse__Output>): grpc.ClientUnaryCall;
  CreateTask(argument: _holdfast_v1_CreateTaskRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_CreateTaskResponse__Output>): grpc.ClientUnaryCall;
  CreateTask(argument: _holdfast_v1_CreateTaskRequest, callback: grpc.requestCallback<_holdfast_v1_CreateTaskResponse__Output>): grpc.ClientUnaryCall;
  createTask(argument: _holdfast_v1_CreateTaskRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_CreateTaskResponse__Output>): grpc.ClientUnaryCall;
  createTask(argument: _holdfast_v1_CreateTaskRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_CreateTaskResponse__Output>): grpc.ClientUnaryCall;
  createTask(argument: _holdfast_v1_CreateTaskRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_CreateTaskResponse__Output>): grpc.ClientUnaryCall;
  createTask(argument: _holdfast_v1_CreateTaskRequest, callback: grpc.requestCallback<_holdfast_v1_CreateTaskResponse__Output>): grpc.ClientUnaryCall;
  
  GetTask(argument: _holdfast_v1_GetTaskRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetTaskResponse__Output>): grpc.ClientUnaryCall;
  GetTask(argument: _holdfast_v1_GetTaskRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_GetTaskResponse__Output>): grpc.ClientUnaryCall;
  GetTask(argument: _holdfast_v1_GetTaskRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetTaskResponse__Output>): grpc.ClientUnaryCall;
  GetTask(argument: _holdfast_v1_GetTaskRequest, callback: grpc.requestCallback<_holdfast_v1_GetTaskResponse__Output>): grpc.ClientUnaryCall;
  getTask(argument: _holdfast_v1_GetTaskRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetTaskResponse__Output>): grpc.ClientUnaryCall;
  getTask(argument: _holdfast_v1_GetTaskRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_GetTaskResponse__Output>): grpc.ClientUnaryCall;
  getTask(argument: _holdfast_v1_GetTaskRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetTaskResponse__Output>): grpc.ClientUnaryCall;
  getTask(argument: _holdfast_v1_GetTaskRequest, callback: grpc.requestCallback<_holdfast_v1_GetTaskResponse__Output>): grpc.ClientUnaryCall;
  
  ListTasks(argument: _holdfast_v1_ListTasksRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListTasksResponse__Output>): grpc.ClientUnaryCall;
  ListTasks(argument: _holdfast_v1_ListTasksRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ListTasksResponse__Output>): grpc.ClientUnaryCall;
  ListTasks(argument: _holdfast_v1_ListTasksRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListTasksResponse__Output>): grpc.ClientUnaryCall;
  ListTasks(argument: _holdfast_v1_ListTasksRequest, callback: grpc.requestCallback<_holdfast_v1_ListTasksResponse__Output>): grpc.ClientUnaryCall;
  listTasks(argument: _holdfast_v1_ListTasksRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListTasksResponse__Output>): grpc.ClientUnaryCall;
  listTasks(argument: _holdfast_v1_ListTasksRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ListTasksResponse__Output>): grpc.ClientUnaryCall;
  listTasks(argument: _holdfast_v1_ListTasksRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListTasksResponse__Output>): grpc.ClientUnaryCall;
  listTasks(argument: _holdfast_v1_ListTasksRequest, callback: grpc.requestCallback<_holdfast_v1_ListTasksResponse__Output>): grpc.ClientUnaryCall;
  
}

export interface TasksHandlers extends grpc.UntypedServiceImplementation {
  AdvanceTask: grpc.handleUnaryCall<_holdfast_v1_AdvanceTaskRequest__Output, _holdfast_v1_AdvanceTaskResponse>;
  
  ApproveStep: grpc.handleUnaryCall<_holdfast_v1_ApproveStepRequest__Output, _holdfast_v1_ApproveStepResponse>;
  
  CreateTask: grpc.handleUnaryCall<_holdfast_v1_CreateTaskRequest__Output, _holdfast_v1_CreateTaskResponse>;
  
  GetTask: grpc.handleUnaryCall<_holdfast_v1_GetTaskRequest__Output, _holdfast_v1_GetTaskResponse>;
  
  ListTasks: grpc.handleUnaryCall<_holdfast_v1_ListTasksRequest__Output, _holdfast_v1_ListTasksResponse>;
  
}

export interface TasksDefinition extends grpc.ServiceDefinition {
  AdvanceTask: MethodDefinition<_holdfast_v1_AdvanceTaskRequest, _holdfast_v1_AdvanceTaskResponse, _holdfast_v1_AdvanceTaskRequest__Output, _holdfast_v1_AdvanceTaskResponse__Output>
  ApproveStep: MethodDefinition<_holdfast_v1_ApproveStepRequest, _holdfast_v1_ApproveStepResponse, _holdfast_v1_ApproveStepRequest__Output, _holdfast_v1_ApproveStepResponse__Output>
  CreateTask: MethodDefinition<_holdfast_v1_CreateTaskRequest, _holdfast_v1_CreateTaskResponse, _holdfast_v1_CreateTaskRequest__Output, _holdfast_v1_CreateTaskResponse__Output>
  GetTask: MethodDefinition<_holdfast_v1_GetTaskRequest, _holdfast_v1_GetTaskResponse, _holdfast_v1_GetTaskRequest__Output, _holdfast_v1_GetTaskResponse__Output>
  ListTasks: MethodDefinition<_holdfast_v1_ListTasksRequest, _holdfast_v1_ListTasksResponse, _holdfast_v1_ListTasksRequest__Output, _holdfast_v1_ListTasksResponse__Output>
}
