namespace NetDsl.Analyzers.Tests.Rules;

public class DeclarationTests
{
    [Fact]
    public void ClassIsNotPartial() => Verify.Reports(
        "NDSL0001", "N is not partial; write partial class N, so that the network can be generated into it",
        "[Network, Input(8), Relu] class [|N|];");

    [Fact]
    public void OuterClassIsNotPartial() => Verify.Reports(
        "NDSL0001", "N is nested in Outer, which is not partial; make Outer partial too",
        "class Outer { [Network, Input(8), Relu] partial class [|N|]; }");

    [Fact]
    public void InputIsMissing() => Verify.Reports(
        "NDSL0002", "N has no Input; put one before the first layer, such as [Input(28, 28, 1)]: height, width, channels",
        "[Network, Conv2d(5, 5, 3), Relu] partial class [|N|];");

    [Fact]
    public void InputIsNotFirst() => Verify.Reports(
        "NDSL0002", "Input stands after a layer; put it before the first",
        "[Network, Relu, [|Input|](8), Relu] partial class N;");

    [Fact]
    public void LayersOnSeveralDeclarations() => Verify.Reports(
        "NDSL0003", "The layers of N stand on several partial declarations, whose order nothing defines; put Input and all layers on one",
        "[Network, Input(8), Relu] partial class N;",
        "[[|Dense|](3), Conv2d(3, 3, 1)] partial class N;");

    [Theory]
    [InlineData("partial class [|N|]<T>;", "N is generic; a network's shapes are numbers, so leave out the type parameters")]
    [InlineData("static partial class [|N|];", "N is static; a network has parameters of its own, so leave out static")]
    [InlineData("abstract partial class [|N|];", "N is abstract; a network is created with new, so leave out abstract")]
    [InlineData("partial record [|N|];", "N is a record; a network is compared by reference, so make it a class")]
    [InlineData("file partial class [|N|];", "N is file-local; the generated part stands in another file, so leave out file")]
    [InlineData("partial class [|N|](int a);", "N has a primary constructor; the network's constructor is generated, so leave out the parameters")]
    [InlineData("partial class [|N|] { public required int Size { get; set; } }", "N has a required member Size, which Load could not set; leave out required")]
    [InlineData("partial class [|N|] : Base { public N() : base(1) { } } class Base(int size);", "N derives from Base, which has no constructor without parameters; give it one")]
    [InlineData("partial class [|N|] : M; [Network, Input(8), Relu] partial class M;", "N derives from the network M, whose members it would hide; leave out the base class")]
    [InlineData("partial class [|N|] { int Threads; }", "N has a member Threads, which the network generates; rename or remove it")]
    [InlineData("partial class [|N|] { void Predict(System.ReadOnlySpan<float> x, System.Span<float> y) { } }", "N has a member Predict, which the network generates; rename or remove it")]
    [InlineData("partial class [|N|] { class Facts; }", "N has a member Facts, which the network generates; rename or remove it")]
    [InlineData("partial class [|N|] { N(int a) { } }", "N has a constructor that takes an int, which the network generates; rename or remove it")]
    public void UnsuitableClass(string declaration, string message) =>
        Verify.Reports("NDSL0004", message, $"[Network, Input(8), Relu] {declaration}");

    [Theory]
    [InlineData("[Network, Input(8), Relu] public sealed partial class N { int own; void Predict(string path) { } }")]
    [InlineData("namespace A.B; partial struct Outer<T> { partial record Middle { [Network, Input(8), Relu] partial class N; } }")]
    [InlineData("[Network] partial class N; [Input(8), Relu] partial class N;")]
    [InlineData("[Network, Input(8), Relu] partial class N : Base; class Base { protected Base(int size = 1) { } }")]
    [InlineData("[System.Obsolete] [Network] [Input(8)] [Relu] [System.Serializable] partial class N : System.IDisposable { public void Dispose() { } }")]
    public void Accepts(string source) => Verify.IsClean(source);

    [Fact]
    public void IndependentFaultsAreAllReported() => Verify.Reports(
        [
            ("NDSL1002", "Dense: units is 0; use at least 1"),
            ("NDSL0001", "N is not partial; write partial class N, so that the network can be generated into it"),
        ],
        "[Network, Input(8), Dense([|0|])] class [|N|];");
}
