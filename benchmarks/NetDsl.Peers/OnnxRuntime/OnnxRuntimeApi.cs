using System.Runtime.InteropServices;

namespace NetDsl.Peers.OnnxRuntime;

/// <summary>
/// ONNX Runtime's C library, loaded from a file that the user names: the few functions of its table that a prediction needs.
/// Handles are opaque pointers; every call that can fail gives a status, null for success.
/// </summary>
internal sealed unsafe class OnnxRuntimeApi
{
    // All that is used stands in the table since its first version, so any library will do.
    private const uint TableVersion = 1;
    private const int ErrorsOnly = 3, AllOptimizations = 99, Sequential = 0, ArenaAllocator = 1, DefaultMemory = 0, FloatType = 1;

    private readonly void** table;
    private readonly void* environment;
    private readonly void* memory;

    private OnnxRuntimeApi(void** table, string version)
    {
        this.table = table;
        Version = version;
        void* created;
        fixed (byte* name = "peers"u8)
        {
            Check("create an environment", ((delegate* unmanaged<int, byte*, void**, void*>)table[(int)Slot.CreateEnv])(ErrorsOnly, name, &created));
        }

        environment = created;
        Check("describe memory", ((delegate* unmanaged<int, int, void**, void*>)table[(int)Slot.CreateCpuMemoryInfo])(ArenaAllocator, DefaultMemory, &created));
        memory = created;
    }

    // Positions in the table of functions, struct OrtApi of onnxruntime_c_api.h.
    private enum Slot
    {
        GetErrorMessage = 2,
        CreateEnv = 3,
        CreateSessionFromArray = 8,
        Run = 9,
        CreateSessionOptions = 10,
        SetSessionExecutionMode = 13,
        SetSessionGraphOptimizationLevel = 23,
        SetIntraOpNumThreads = 24,
        SetInterOpNumThreads = 25,
        CreateTensorWithDataAsOrtValue = 49,
        CreateCpuMemoryInfo = 69,
        ReleaseStatus = 93,
        ReleaseSession = 95,
        ReleaseValue = 96,
        ReleaseSessionOptions = 100,
    }

    public string Version { get; }

    /// <exception cref="OnnxRuntimeException">There is no such file, or it is not ONNX Runtime's library for this machine.</exception>
    public static OnnxRuntimeApi Load(string path)
    {
        if (!File.Exists(path))
        {
            throw new OnnxRuntimeException($"There is no file {path}; --onnxruntime takes the path of ONNX Runtime's C library, such as libonnxruntime.so.1");
        }

        nint library;
        try
        {
            library = NativeLibrary.Load(Path.GetFullPath(path));
        }
        catch (Exception fault) when (fault is DllNotFoundException or BadImageFormatException)
        {
            throw new OnnxRuntimeException($"{path} is not a library that this machine can load: {fault.Message}", fault);
        }

        if (!NativeLibrary.TryGetExport(library, "OrtGetApiBase", out nint entry))
        {
            throw new OnnxRuntimeException($"{path} has no function OrtGetApiBase; it is not ONNX Runtime's C library");
        }

        void** start = ((delegate* unmanaged<void**>)entry)();
        var table = (void**)((delegate* unmanaged<uint, void*>)start[0])(TableVersion);
        string version = Marshal.PtrToStringUTF8((nint)((delegate* unmanaged<byte*>)start[1])()) ?? "of unknown version";
        return table == null
            ? throw new OnnxRuntimeException($"{path}, version {version}, does not offer version {TableVersion} of its C interface")
            : new OnnxRuntimeApi(table, version);
    }

    /// <summary>A session on a model in memory: operators one after the other, every graph optimisation, that many threads within an operator.</summary>
    public void* CreateSession(ReadOnlySpan<byte> model, int threads)
    {
        void* options;
        void* session;
        Check("create options", ((delegate* unmanaged<void**, void*>)table[(int)Slot.CreateSessionOptions])(&options));
        Set(options, Slot.SetSessionExecutionMode, Sequential);
        Set(options, Slot.SetSessionGraphOptimizationLevel, AllOptimizations);
        Set(options, Slot.SetIntraOpNumThreads, threads);
        Set(options, Slot.SetInterOpNumThreads, 1);
        fixed (byte* bytes = model)
        {
            Check("create a session", ((delegate* unmanaged<void*, void*, nuint, void*, void**, void*>)table[(int)Slot.CreateSessionFromArray])(
                environment, bytes, (nuint)model.Length, options, &session));
        }

        Release(Slot.ReleaseSessionOptions, options);
        return session;
    }

    /// <summary>A tensor on memory of the caller's.</summary>
    public void* CreateTensor(float* values, long count, ReadOnlySpan<long> shape)
    {
        void* tensor;
        fixed (long* dimensions = shape)
        {
            Check("create a tensor", ((delegate* unmanaged<void*, void*, nuint, long*, nuint, int, void**, void*>)table[(int)Slot.CreateTensorWithDataAsOrtValue])(
                memory, values, (nuint)(count * sizeof(float)), dimensions, (nuint)shape.Length, FloatType, &tensor));
        }

        return tensor;
    }

    /// <summary>Runs a model of one input and one output.</summary>
    public void Run(void* session, byte* inputName, void* input, byte* outputName, void* output) =>
        Check("run the model", ((delegate* unmanaged<void*, void*, byte**, void**, nuint, byte**, nuint, void**, void*>)table[(int)Slot.Run])(
            session, null, &inputName, &input, 1, &outputName, 1, &output));

    public void ReleaseSession(void* session) => Release(Slot.ReleaseSession, session);

    public void ReleaseTensor(void* tensor) => Release(Slot.ReleaseValue, tensor);

    private void Set(void* options, Slot slot, int value) =>
        Check($"{slot}({value})", ((delegate* unmanaged<void*, int, void*>)table[(int)slot])(options, value));

    private void Release(Slot slot, void* handle) => ((delegate* unmanaged<void*, void>)table[(int)slot])(handle);

    private void Check(string what, void* status)
    {
        if (status == null)
        {
            return;
        }

        string? message = Marshal.PtrToStringUTF8((nint)((delegate* unmanaged<void*, byte*>)table[(int)Slot.GetErrorMessage])(status));
        Release(Slot.ReleaseStatus, status);
        throw new OnnxRuntimeException($"ONNX Runtime {Version} could not {what}: {message}");
    }
}
