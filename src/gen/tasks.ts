import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from './google/protobuf/Timestamp.js';
import type { AdvanceTaskRequest as _holdfast_v1_AdvanceTaskRequest, AdvanceTaskRequest__Output as _holdfast_v1_AdvanceTaskRequest__Output } from './holdfast/v1/AdvanceTaskRequest.js';
import type { AdvanceTaskResponse as _holdfast_v1_AdvanceTaskResponse, AdvanceTaskResponse__Output as _holdfast_v1_AdvanceTaskResponse__Output } from './holdfast/v1/AdvanceTaskResponse.js';
import type { ApproveStepRequest as _holdfast_v1_ApproveStepRequest, ApproveStepRequest__Output as _holdfast_v1_ApproveStepRequest__Output } from './holdfast/v1/ApproveStepRequest.js';
import type { ApproveStepResponse as _holdfast_v1_ApproveStepResponse, ApproveStepResponse__Output as _holdfast_v1_ApproveStepResponse__Output } from './holdfast/v1/ApproveStepResponse.js';
import type { CreateTaskRequest as _holdfast_v1_CreateTaskRequest, CreateTaskRequest__Output as _holdfast_v1_CreateTaskRequest__Output } from './holdfast/v1/CreateTaskRequest.js';
import type { CreateTaskResponse as _holdfast_v1_CreateTaskResponse, CreateTaskResponse__Output as _holdfast_v1_CreateTaskResponse__Output } from './holdfast/v1/CreateTaskResponse.js';
import type { Document as _holdfast_v1_Document, Document__Output as _holdfast_v1_Document__Output } from './holdfast/v1/Document.js';
import type { GetTaskRequest as _holdfast_v1_GetTaskRequest, GetTaskRequest__Output as _holdfast_v1_GetTaskRequest__Output } from './holdfast/v1/GetTaskRequest.js';
import type { GetTaskResponse as _holdfast_v1_GetTaskResponse, GetTaskResponse__Output as _holdfast_v1_GetTaskResponse__Output } from './holdfast/v1/GetTaskResponse.js';
import type { ListTasksRequest as _holdfast_v1_ListTasksRequest, ListTasksRequest__Output as _holdfast_v1_ListTasksRequest__Output } from './holdfast/v1/ListTasksRequest.js';
import type { ListTasksResponse as _holdfast_v1_ListTasksResponse, ListTasksResponse__Output as _holdfast_v1_ListTasksResponse__Output } from './holdfast/v1/ListTasksResponse.js';
import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from './holdfast/v1/ReadHeader.js';
import type { Task as _holdfast_v1_Task, Task__Output as _holdfast_v1_Task__Output } from './holdfast/v1/Task.js';
import type { TaskStep as _holdfast_v1_TaskStep, TaskStep__Output as _holdfast_v1_TaskStep__Output } from './holdfast/v1/TaskStep.js';
import type { TaskStepInput as _holdfast_v1_TaskStepInput, TaskStepInput__Output as _holdfast_v1_TaskStepInput__Output } from './holdfast/v1/TaskStepInput.js';
import type { TasksClient as _holdfast_v1_TasksClient, TasksDefinition as _holdfast_v1_TasksDefinition } from './holdfast/v1/Tasks.js';
import type { WriteHeader as _holdfast_v1_WriteHeader, WriteHeader__Output as _holdfast_v1_WriteHeader__Output } from './holdfast/v1/WriteHeader.js';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  google: {
    protobuf: {
      Timestamp: MessageTypeDefinition<_google_protobuf_Timestamp, _google_protobuf_Timestamp__Output>
    }
  }
  holdfast: {
    v1: {
      AdvanceTaskRequest: MessageTypeDefinition<_holdfast_v1_AdvanceTaskRequest, _holdfast_v1_AdvanceTaskRequest__Output>
      AdvanceTaskResponse: MessageTypeDefinition<_holdfast_v1_AdvanceTaskResponse, _holdfast_v1_AdvanceTaskResponse__Output>
      ApproveStepRequest: MessageTypeDefinition<_holdfast_v1_ApproveStepRequest, _holdfast_v1_ApproveStepRequest__Output>
      ApproveStepResponse: MessageTypeDefinition<_holdfast_v1_ApproveStepResponse, _holdfast_v1_ApproveStepResponse__Output>
      CreateTaskRequest: MessageTypeDefinition<_holdfast_v1_CreateTaskRequest, _holdfast_v1_CreateTaskRequest__Output>
      CreateTaskResponse: MessageTypeDefinition<_holdfast_v1_CreateTaskResponse, _holdfast_v1_CreateTaskResponse__Output>
      Document: MessageTypeDefinition<_holdfast_v1_Document, _holdfast_v1_Document__Output>
      DocumentEncoding: EnumTypeDefinition
      GetTaskRequest: MessageTypeDefinition<_holdfast_v1_GetTaskRequest, _holdfast_v1_GetTaskRequest__Output>
      GetTaskResponse: MessageTypeDefinition<_holdfast_v1_GetTaskResponse, _holdfast_v1_GetTaskResponse__Output>
      ListTasksRequest: MessageTypeDefinition<_holdfast_v1_ListTasksRequest, _holdfast_v1_ListTasksRequest__Output>
      ListTasksResponse: MessageTypeDefinition<_holdfast_v1_ListTasksResponse, _holdfast_v1_ListTasksResponse__Output>
      ReadHeader: MessageTypeDefinition<_holdfast_v1_ReadHeader, _holdfast_v1_ReadHeader__Output>
      Task: MessageTypeDefinition<_holdfast_v1_Task, _holdfast_v1_Task__Output>
      TaskState: EnumTypeDefinition
      TaskStep: MessageTypeDefinition<_holdfast_v1_TaskStep, _holdfast_v1_TaskStep__Output>
      TaskStepInput: MessageTypeDefinition<_holdfast_v1_TaskStepInput, _holdfast_v1_TaskStepInput__Output>
      Tasks: SubtypeConstructor<typeof grpc.Client, _holdfast_v1_TasksClient> & { service: _holdfast_v1_TasksDefinition }
      WriteHeader: MessageTypeDefinition<_holdfast_v1_WriteHeader, _holdfast_v1_WriteHeader__Output>
    }
  }
}

