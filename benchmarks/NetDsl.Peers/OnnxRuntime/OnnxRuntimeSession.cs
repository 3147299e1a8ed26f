using System.Runtime.InteropServices;
using NetDsl.Peers.Onnx;

namespace NetDsl.Peers.OnnxRuntime;

/// <summary>A model with its input and output in place, so that a run allocates nothing on our side.</summary>
internal sealed unsafe class OnnxRuntimeSession : IDisposable
{
    private const nuint Alignment = 64;

    private readonly OnnxRuntimeApi api;
    private readonly float* input;
    private readonly float* output;
    private readonly int outputLength;
    private readonly int outputChannels;
    private readonly int outputCells;
    private readonly byte* inputName;
    private readonly byte* outputName;
    private readonly void* session;
    private readonly void* inputTensor;
    private readonly void* outputTensor;

    /// <param name="api">The library.</param>
    /// <param name="model">The model.</param>
    /// <param name="threads">Threads within an operator.</param>
    /// <param name="values">The input, channels last.</param>
    public OnnxRuntimeSession(OnnxRuntimeApi api, OnnxModel model, int threads, ReadOnlySpan<float> values)
    {
        this.api = api;
        outputChannels = (int)model.OutputShape[1];
        outputCells = Product(model.OutputShape[2..]);
        outputLength = Product(model.OutputShape);
        session = api.CreateSession(model.Bytes, threads);
        input = Allocate(values.Length);
        output = Allocate(outputLength);
        Layout.Transpose(values, Product(model.InputShape[2..]), (int)model.InputShape[1]).CopyTo(new Span<float>(input, values.Length));
        inputTensor = api.CreateTensor(input, values.Length, model.InputShape);
        outputTensor = api.CreateTensor(output, outputLength, model.OutputShape);
        inputName = (byte*)Marshal.StringToCoTaskMemUTF8(model.InputName);
        outputName = (byte*)Marshal.StringToCoTaskMemUTF8(model.OutputName);
    }

    /// <summary>The last run's output, channels last.</summary>
    public float[] Output() => Layout.Transpose(new ReadOnlySpan<float>(output, outputLength), outputChannels, outputCells);

    public void Run() => api.Run(session, inputName, inputTensor, outputName, outputTensor);

    public void Dispose()
    {
        api.ReleaseTensor(inputTensor);
        api.ReleaseTensor(outputTensor);
        api.ReleaseSession(session);
        Marshal.FreeCoTaskMem((nint)inputName);
        Marshal.FreeCoTaskMem((nint)outputName);
        NativeMemory.AlignedFree(input);
        NativeMemory.AlignedFree(output);
    }

    private static int Product(long[] dimensions) => (int)dimensions.Aggregate(1L, (product, dimension) => product * dimension);

    private static float* Allocate(int count) => (float*)NativeMemory.AlignedAlloc((nuint)count * sizeof(float), Alignment);
}
