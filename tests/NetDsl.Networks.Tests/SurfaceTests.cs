using System.Reflection;
using Sample.Networks;

namespace NetDsl.Networks.Tests;

/// <summary>Every public member of a network by name and type: others compile against them.</summary>
public sealed class SurfaceTests
{
    private const BindingFlags Static = BindingFlags.Public | BindingFlags.Static;

    [Theory]
    [InlineData("InputLength", typeof(int))]
    [InlineData("OutputLength", typeof(int))]
    [InlineData("ParameterCount", typeof(long))]
    [InlineData("ParameterBytes", typeof(long))]
    [InlineData("Multiplies", typeof(long))]
    [InlineData("InferenceBytes", typeof(long))]
    [InlineData("InferenceScratchBytes", typeof(long))]
    [InlineData("TrainingPackedBytes", typeof(long))]
    [InlineData("TrainingScratchBytes", typeof(long))]
    [InlineData("PackedParameterBytes", typeof(long))]
    [InlineData("TrainingBytes", typeof(long))]
    [InlineData("InferenceParameterCount", typeof(long))]
    [InlineData("Summary", typeof(string))]
    public void Constants(string name, Type type) => IsConstant(typeof(LeNet5), name, type);

    [Theory]
    [InlineData("OutputDepth", typeof(int))]
    [InlineData("OutputHeight", typeof(int))]
    [InlineData("OutputWidth", typeof(int))]
    [InlineData("OutputChannels", typeof(int))]
    [InlineData("OutputLength", typeof(int))]
    [InlineData("ParameterCount", typeof(long))]
    [InlineData("Multiplies", typeof(long))]
    [InlineData("OutputBytes", typeof(long))]
    [InlineData("ReceptiveFieldHeight", typeof(int))]
    [InlineData("ReceptiveFieldWidth", typeof(int))]
    public void Facts_of_every_layer(string name, Type type)
    {
        string[] layers = ["C1", "Tanh1", "AvgPool2d1", "Conv2d2", "Tanh2", "AvgPool2d2", "Dense1", "Tanh3", "Dense2", "Tanh4", "Dense3"];
        Assert.All(layers, layer => IsConstant(typeof(LeNet5.Facts).GetNestedType(layer)!, name, type));
    }

    [Fact]
    public void Constructor_has_an_optional_seed()
    {
        ParameterInfo seed = Assert.Single(Assert.Single(typeof(LeNet5).GetConstructors()).GetParameters());
        Assert.Equal(("seed", typeof(int), (object)0), (seed.Name, seed.ParameterType, seed.DefaultValue!));
    }

    [Fact]
    public void Methods_and_properties()
    {
        // The compiler checks the types; what a reader of the file sees is what a user may write.
        var network = new LeNet5(seed: 1);
        network.Threads = network.Threads;
        var input = new float[LeNet5.InputLength];
        Span<float> output = new float[LeNet5.OutputLength];
        network.Predict(input, output);
        float[] predicted = network.Predict(input);
        network.PredictLogits(input, output);
        ParameterSet parameters = network.Parameters;
        using TrainingPass pass = network.CreateTrainingPass(batch: 2, threads: 1);
        ReadOnlySpan<float> logits = pass.Forward(input);
        pass.Backward(new float[logits.Length]);
        ReadOnlySpan<float> gradient = pass.InputGradient;
        float loss = pass.ForwardBackward(input, [3]);
        loss += pass.ForwardBackward(input, new float[] { 1, 0, 0, 0, 0, 0, 0, 0, 0, 0 });
        ReadOnlySpan<float> activation = pass.Activation("C1");

        Assert.Equal((10, 10, 1024, 28 * 28 * 6), (predicted.Length, logits.Length, gradient.Length, activation.Length));
        Assert.True(float.IsFinite(loss));
        Assert.Equal((10, 2), (parameters.Count, pass.Batch));
    }

    [Fact]
    public void Parameters_by_name_and_index_in_layer_order()
    {
        ParameterSet parameters = new LeNet5().Parameters;
        Assert.Equal(
            [
                "C1.weight", "C1.bias", "Conv2d2.weight", "Conv2d2.bias", "Dense1.weight", "Dense1.bias",
                "Dense2.weight", "Dense2.bias", "Dense3.weight", "Dense3.bias",
            ],
            parameters.Select(parameter => parameter.Name));
        Assert.Equal([5, 5, 1, 6], parameters["C1.weight"].Shape);
        Assert.Equal([400, 120], parameters["Dense1.weight"].Shape);
        Assert.Same(parameters[1], parameters["C1.bias"]);
        Assert.Equal(LeNet5.ParameterCount, parameters.Sum(parameter => (long)parameter.Length));
        Assert.Throws<ArgumentException>(() => parameters["C2.weight"]);
    }

    [Fact]
    public void Without_training_there_is_no_pass()
    {
        Assert.Null(typeof(Predictor).GetMethod("CreateTrainingPass"));
        Assert.DoesNotContain(typeof(Predictor).GetInterfaces(), type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ITrainableNetwork<>));
        Assert.Equal(3, new Predictor().Predict(Samples.Draw(Predictor.InputLength)).Length);
    }

    [Fact]
    public void A_nested_network_keeps_the_users_members()
    {
        Assert.Equal(72, Outer.Inner.TwiceTheInput);
        Assert.Equal(8, new Outer.Inner().Predict(new float[36]).Length);
    }

    private static void IsConstant(Type owner, string name, Type type)
    {
        FieldInfo? field = owner.GetField(name, Static);
        Assert.True(field is { IsLiteral: true }, $"{owner.Name}.{name} is no constant");
        Assert.Equal(type, field!.FieldType);
    }
}
