namespace NetDsl.Peers.OnnxRuntime;

/// <summary>ONNX Runtime cannot be loaded, or refused a call: a fault outside of this program, as a missing file is.</summary>
internal sealed class OnnxRuntimeException(string message, Exception? cause = null) : IOException(message, cause);
