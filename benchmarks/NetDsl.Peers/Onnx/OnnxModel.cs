namespace NetDsl.Peers.Onnx;

/// <summary>An ONNX file in memory, and what its one input and one output are called.</summary>
internal sealed record OnnxModel(byte[] Bytes, string InputName, long[] InputShape, string OutputName, long[] OutputShape);
