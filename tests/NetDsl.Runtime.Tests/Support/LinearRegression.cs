using NetDsl.Runtime;

namespace NetDsl.Tests;

/// <summary>y = w x + b with the squared error, written out by hand for the trainer's tests.</summary>
internal sealed class LinearRegression : ITrainableNetwork<LinearRegression>
{
    private readonly ParameterStore store = new(
        new ParameterSpec("weight", [1], Initializer.Zeros, 1, 1, 1),
        new ParameterSpec("bias", [1], Initializer.Zeros, 1, 1, 1));

    public LinearRegression() => Parameters = new ParameterSet(store);

    public static int InputLength => 1;

    public static int OutputLength => 1;

    public static long ParameterCount => 2;

    public static long Multiplies => 1;

    public static long InferenceBytes => sizeof(float);

    public static long TrainingBytes => sizeof(float);

    public static string Summary => "y = w x + b";

    public int Threads { get; set; } = 1;

    public ParameterSet Parameters { get; }

    public static LinearRegression Create(int seed) => new();

    public static LinearRegression Load(string path) => throw new NotSupportedException();

    public void Save(string path) => throw new NotSupportedException();

    public float[] Predict(ReadOnlySpan<float> input)
    {
        var output = new float[input.Length];
        Predict(input, output);
        return output;
    }

    public void Predict(ReadOnlySpan<float> input, Span<float> output)
    {
        for (int i = 0; i < input.Length; i++)
        {
            output[i] = store.Values[store.Offset(0)] * input[i] + store.Values[store.Offset(1)];
        }
    }

    public void PredictLogits(ReadOnlySpan<float> input, Span<float> output) => Predict(input, output);

    public TrainingPass CreateTrainingPass(int batch, int threads = 0) => new Pass(this, batch);

    private sealed unsafe class Pass : TrainingPass
    {
        private readonly LinearRegression network;

        public Pass(LinearRegression network, int batch)
        {
            this.network = network;
            Batch = batch;
            _ = network.store.GradientPointer;
        }

        public override int Batch { get; }

        public override ReadOnlySpan<float> InputGradient => throw new NotSupportedException();

        public override ReadOnlySpan<float> Logits => throw new NotSupportedException();

        public override ReadOnlySpan<float> Forward(ReadOnlySpan<float> input) => throw new NotSupportedException();

        public override void Backward(ReadOnlySpan<float> outputGradient) => throw new NotSupportedException();

        public override float ForwardBackward(ReadOnlySpan<float> input, ReadOnlySpan<int> labels) => throw new NotSupportedException();

        public override float ForwardBackward(ReadOnlySpan<float> input, ReadOnlySpan<float> targets)
        {
            float[] outputs = network.Predict(input);
            float loss = 0;
            network.store.Gradients.Clear();
            for (int i = 0; i < outputs.Length; i++)
            {
                float error = outputs[i] - targets[i];
                loss += error * error / outputs.Length;
                network.store.Gradients[network.store.Offset(0)] += 2 * error * input[i] / outputs.Length;
                network.store.Gradients[network.store.Offset(1)] += 2 * error / outputs.Length;
            }

            return loss;
        }

        public override ReadOnlySpan<float> Activation(string layer) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
        }
    }
}
