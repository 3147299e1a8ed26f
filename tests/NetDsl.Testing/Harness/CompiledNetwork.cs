using System.Reflection;

namespace NetDsl.Testing.Harness;

/// <summary>A network whose class exists at run time only.</summary>
public abstract class CompiledNetwork
{
    public abstract int InputLength { get; }

    public abstract int OutputLength { get; }

    public abstract ParameterSet Parameters { get; }

    public abstract int Threads { get; set; }

    /// <summary>The network's own object.</summary>
    public abstract object Instance { get; }

    public static CompiledNetwork Create(Type type, int seed) =>
        (CompiledNetwork)Activator.CreateInstance(typeof(CompiledNetwork<>).MakeGenericType(type), [seed])!;

    public abstract void Predict(ReadOnlySpan<float> input, Span<float> output);

    public abstract float[] Predict(ReadOnlySpan<float> input);

    public abstract float[] PredictLogits(ReadOnlySpan<float> input);

    public abstract TrainingPass CreateTrainingPass(int batch, int threads = 0);

    /// <summary>A constant by its path, such as <c>ParameterCount</c> or <c>Facts.Conv2d1.OutputBytes</c>.</summary>
    public object Constant(string path)
    {
        string[] names = path.Split('.');
        Type type = Instance.GetType();
        foreach (string name in names[..^1])
        {
            type = type.GetNestedType(name) ?? throw new InvalidOperationException($"{type} has no nested class {name}");
        }

        FieldInfo field = type.GetField(names[^1], BindingFlags.Public | BindingFlags.Static)
            ?? throw new InvalidOperationException($"{type} has no constant {names[^1]}");
        return field.GetRawConstantValue()!;
    }
}

/// <summary>The same with the class as a type parameter: everything but training goes through the interface.</summary>
internal sealed class CompiledNetwork<TNetwork>(int seed) : CompiledNetwork
    where TNetwork : class, INetwork<TNetwork>
{
    private readonly TNetwork network = TNetwork.Create(seed);

    public override int InputLength => TNetwork.InputLength;

    public override int OutputLength => TNetwork.OutputLength;

    public override ParameterSet Parameters => network.Parameters;

    public override int Threads
    {
        get => network.Threads;
        set => network.Threads = value;
    }

    public override object Instance => network;

    public override void Predict(ReadOnlySpan<float> input, Span<float> output) => network.Predict(input, output);

    public override float[] Predict(ReadOnlySpan<float> input) => network.Predict(input);

    public override float[] PredictLogits(ReadOnlySpan<float> input)
    {
        var output = new float[input.Length / InputLength * OutputLength];
        network.PredictLogits(input, output);
        return output;
    }

    public override TrainingPass CreateTrainingPass(int batch, int threads = 0)
    {
        // The class is known to be trainable only at run time, so no constraint can say it.
        MethodInfo method = typeof(TNetwork).GetMethod("CreateTrainingPass", [typeof(int), typeof(int)])
            ?? throw new InvalidOperationException($"{typeof(TNetwork)} was generated without training");
        return (TrainingPass)method.Invoke(network, BindingFlags.DoNotWrapExceptions, null, [batch, threads], null)!;
    }
}
