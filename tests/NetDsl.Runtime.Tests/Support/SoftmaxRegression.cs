using NetDsl.Runtime;

namespace NetDsl.Tests;

/// <summary>A classifier of 2 x 2 pictures into 3 classes by one dense layer, written out by hand for the trainer's tests.</summary>
internal sealed class SoftmaxRegression : ITrainableNetwork<SoftmaxRegression>
{
    private const int In = 4;
    private const int Out = 3;

    private readonly ParameterStore store = new(
        new ParameterSpec("D1.weight", [In, Out], Initializer.GlorotUniform, 1, In, Out),
        new ParameterSpec("D1.bias", [Out], Initializer.Zeros, 1, In, Out));

    private bool passIsOpen;

    public SoftmaxRegression(int seed = 0)
    {
        Initializers.Fill(store, seed);
        Parameters = new ParameterSet(store);
    }

    public static int InputLength => In;

    public static int OutputLength => Out;

    public static long ParameterCount => In * Out + Out;

    public static long Multiplies => In * Out;

    public static long InferenceBytes => Out * sizeof(float);

    public static long TrainingBytes => 2 * Out * sizeof(float);

    public static string Summary => "D1 Dense 4 -> 3";

    public int Threads { get; set; } = 1;

    public int LastPassThreads { get; private set; }

    /// <summary>Called before every step, with its number from 1.</summary>
    public Action<int>? BeforeStep { get; set; }

    public ParameterSet Parameters { get; }

    public static SoftmaxRegression Create(int seed) => new(seed);

    public static SoftmaxRegression Load(string path)
    {
        var network = new SoftmaxRegression();
        NetworkFile.Load(path, network.Parameters, nameof(SoftmaxRegression));
        return network;
    }

    public void Save(string path) => NetworkFile.Save(path, Parameters, nameof(SoftmaxRegression));

    public float[] Predict(ReadOnlySpan<float> input)
    {
        var output = new float[input.Length / In * Out];
        Predict(input, output);
        return output;
    }

    public void Predict(ReadOnlySpan<float> input, Span<float> output)
    {
        PredictLogits(input, output);
        for (int i = 0; i < output.Length; i += Out)
        {
            Softmax(output.Slice(i, Out));
        }
    }

    public void PredictLogits(ReadOnlySpan<float> input, Span<float> output)
    {
        ReadOnlySpan<float> weight = store.Values.Slice(store.Offset(0), In * Out);
        ReadOnlySpan<float> bias = store.Values.Slice(store.Offset(1), Out);
        for (int i = 0; i < output.Length; i++)
        {
            (int sample, int column) = Math.DivRem(i, Out);
            float sum = bias[column];
            for (int row = 0; row < In; row++)
            {
                sum += input[sample * In + row] * weight[row * Out + column];
            }

            output[i] = sum;
        }
    }

    public TrainingPass CreateTrainingPass(int batch, int threads = 0)
    {
        Assert.False(passIsOpen);
        passIsOpen = true;
        LastPassThreads = threads;
        return new Pass(this, batch);
    }

    private static void Softmax(Span<float> values)
    {
        float sum = 0;
        foreach (ref float value in values)
        {
            value = MathF.Exp(value);
            sum += value;
        }

        foreach (ref float value in values)
        {
            value /= sum;
        }
    }

    private sealed unsafe class Pass : TrainingPass
    {
        private readonly SoftmaxRegression network;
        private readonly float[] logits;
        private readonly float[] slopes;
        private int count;
        private int steps;

        public Pass(SoftmaxRegression network, int batch)
        {
            this.network = network;
            Batch = batch;
            logits = new float[batch * Out];
            slopes = new float[batch * Out];
            _ = network.store.GradientPointer;
        }

        public override int Batch { get; }

        public override ReadOnlySpan<float> InputGradient => throw new NotSupportedException();

        public override ReadOnlySpan<float> Logits => logits.AsSpan(0, count * Out);

        public override ReadOnlySpan<float> Forward(ReadOnlySpan<float> input)
        {
            count = input.Length / In;
            network.PredictLogits(input, logits.AsSpan(0, count * Out));
            return Logits;
        }

        public override void Backward(ReadOnlySpan<float> outputGradient) => throw new NotSupportedException();

        public override float ForwardBackward(ReadOnlySpan<float> input, ReadOnlySpan<float> targets)
        {
            network.BeforeStep?.Invoke(++steps);
            Forward(input);
            Span<float> slope = slopes.AsSpan(0, count * Out);
            float loss = Losses.SoftmaxCrossEntropy(Logits, targets, Out, slope);
            foreach (ref float value in slope)
            {
                value *= count;
            }

            WriteGradients(input, slope);
            return loss;
        }

        public override float ForwardBackward(ReadOnlySpan<float> input, ReadOnlySpan<int> labels)
        {
            network.BeforeStep?.Invoke(++steps);
            Forward(input);
            Span<float> slope = slopes.AsSpan(0, count * Out);
            Logits.CopyTo(slope);
            float loss = 0;
            for (int i = 0; i < count; i++)
            {
                Span<float> one = slope.Slice(i * Out, Out);
                Softmax(one);
                loss -= MathF.Log(one[labels[i]]);
                one[labels[i]] -= 1;
            }

            WriteGradients(input, slope);
            return loss / count;
        }

        public override ReadOnlySpan<float> Activation(string layer) => throw new NotSupportedException();

        protected override void Dispose(bool disposing) => network.passIsOpen = false;

        private void WriteGradients(ReadOnlySpan<float> input, ReadOnlySpan<float> slope)
        {
            Span<float> gradients = network.store.Gradients;
            gradients.Clear();
            Span<float> weight = gradients.Slice(network.store.Offset(0), In * Out);
            Span<float> bias = gradients.Slice(network.store.Offset(1), Out);
            for (int i = 0; i < slope.Length; i++)
            {
                (int sample, int column) = Math.DivRem(i, Out);
                bias[column] += slope[i] / count;
                for (int row = 0; row < In; row++)
                {
                    weight[row * Out + column] += input[sample * In + row] * slope[i] / count;
                }
            }
        }
    }
}
