namespace NetDsl.Analyzers.Tests.Rules;

public class UnusableNameTests
{
    private const string NoIdentifier = " is no C# identifier; use letters, digits and _, such as Conv1, and no keyword";

    [Theory]
    [InlineData("Relu([|Name = \"1st\"|])", "Relu: the name \"1st\"" + NoIdentifier)]
    [InlineData("Relu([|Name = \"\"|])", "Relu: the name \"\"" + NoIdentifier)]
    [InlineData("Relu([|Name = \"class\"|])", "Relu: the name \"class\"" + NoIdentifier)]
    [InlineData("Relu([|Name = \"record\"|])", "Relu: the name \"record\"" + NoIdentifier)]
    [InlineData("Relu([|Name = \"a.b\"|])", "Relu: the name \"a.b\"" + NoIdentifier)]
    [InlineData("Relu([|Name = \"Facts\"|])", "Relu: the name \"Facts\" is the name of a generated member; use another")]
    [InlineData("Relu([|Name = \"OutputBytes\"|])", "Relu: the name \"OutputBytes\" is the name of a generated member; use another")]
    [InlineData("Relu(Name = \"A\"), Dense(3, [|Name = \"A\"|])", "Dense: the name \"A\" is that of another Relu too; use one name for one layer")]
    [InlineData("Relu([|Name = \"Relu2\"|]), Relu", "Relu: the name \"Relu2\" is that of an unnamed Relu too; use one name for one layer")]
    [InlineData("Relu, Dense(3, [|From = \"Conv9\"|])", "Dense: no layer is called Conv9; use the name of an earlier layer, such as Relu1")]
    [InlineData("Dense(3, [|From = \"Conv9\"|])", "Dense: no layer is called Conv9; use the name of an earlier layer")]
    [InlineData("Relu, Add([|\"Conv9\"|])", "Add: no layer is called Conv9; use the name of an earlier layer, such as Relu1")]
    [InlineData("Relu, Tanh, Concat(\"Relu1\", [|\"Conv9\"|])", "Concat: no layer is called Conv9; use the name of an earlier layer, such as Tanh1")]
    [InlineData("Relu([|Name = \"a b\"|]), Dense(3, From = \"a b\")", "Relu: the name \"a b\"" + NoIdentifier)]
    public void Reports(string layers, string message) => Verify.LayersReport("NDSL0005", message, "Input(8), " + layers);

    [Theory]
    [InlineData("Relu(Name = \"a\"), Relu(Name = \"A\"), Relu")]
    [InlineData("Dense(3, Name = \"Hidden\"), Relu(From = \"Hidden\")")]
    [InlineData("Relu, Tanh, Dense(3, From = \"Relu1\")")]
    [InlineData("Relu(Name = \"add\"), Relu(Name = \"Größe\"), Relu(Name = \"Relu1\")")]
    public void Accepts(string layers) => Verify.LayersAreClean("Input(8), " + layers);
}
