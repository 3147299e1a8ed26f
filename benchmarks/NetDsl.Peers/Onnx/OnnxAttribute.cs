namespace NetDsl.Peers.Onnx;

/// <summary>A named setting of an operator.</summary>
internal sealed class OnnxAttribute
{
    private const int RealType = 1, NumberType = 2, NumbersType = 7;

    private OnnxAttribute(ProtobufMessage message) => Message = message;

    public ProtobufMessage Message { get; }

    public static OnnxAttribute Number(string name, long value) =>
        new(new ProtobufMessage().Text(1, name).Number(3, value).Number(20, NumberType));

    public static OnnxAttribute Numbers(string name, params long[] values) =>
        new(new ProtobufMessage().Text(1, name).Numbers(8, values).Number(20, NumbersType));

    public static OnnxAttribute Real(string name, float value) =>
        new(new ProtobufMessage().Text(1, name).Real(2, value).Number(20, RealType));
}
