using NetDsl.Testing;
using NetDsl.Testing.Harness;
using NetDsl.Testing.Reference;

namespace NetDsl.Generator.Tests.Kernels;

/// <summary>Kernels that leave the taps beyond the sample's border out.</summary>
public sealed class BorderTests
{
    private static readonly Dictionary<string, ReferenceNetwork> Networks = new()
    {
        ["odd sizes, channels that overhang"] = new(new(5, 17, 19), [new ReferenceDepthwiseConv2d(3, 3, same: true), ReferenceActivation.Relu()]),
        ["rows and columns that overhang, few channels"] = new(new(9, 10, 12), [new ReferenceDepthwiseConv2d(3, 3, same: true), ReferenceActivation.Tanh()]),
        ["no padding"] = new(new(10, 12, 16), [new ReferenceDepthwiseConv2d(3, 3)]),
        ["padding on some sides"] = new(new(11, 11, 35), [new ReferenceDepthwiseConv2d(new Window2d(3, 3) { Pads = new(1, 0, 0, 1) }), ReferenceActivation.Relu()]),
        ["padding on the other sides"] = new(new(8, 12, 16), [new ReferenceDepthwiseConv2d(new Window2d(3, 3) { Pads = new(0, 1, 1, 0) }) { Bias = false }]),
        ["padding beyond the window"] = new(new(8, 7, 16), [new ReferenceDepthwiseConv2d(new Window2d(3, 3) { Pads = new(2, 2, 3, 3) })]),
        ["dilation"] = new(new(11, 13, 32), [new ReferenceDepthwiseConv2d(new Window2d(3, 5) { Same = true, DilationHeight = 2, DilationWidth = 2 }) { Bias = false }]),
        ["strides"] = new(new(12, 11, 16), [new ReferenceDepthwiseConv2d(new Window2d(4, 3) { Same = true, StrideHeight = 3, StrideWidth = 2 })]),
        ["no whole window"] = new(new(2, 3, 16), [new ReferenceDepthwiseConv2d(7, 5, same: true)]),
        ["padding beyond the kernel"] = new(new(6, 5, 40), [new ReferenceDepthwiseConv2d(new Window2d(3, 3) { Pads = new(4, 3, 1, 2) })]),
        ["a chain, whose second layer has zeros"] = new(new(8, 9, 16), [new ReferenceDepthwiseConv2d(3, 3, same: true), new ReferenceDepthwiseConv2d(3, 3, same: true)]),
    };

    private static readonly NetworkBundle Bundle = new(Networks);

    public static TheoryData<string, InstructionLevel> Rows
    {
        get
        {
            var rows = new TheoryData<string, InstructionLevel>();
            foreach (string name in Networks.Keys)
            {
                rows.Add(name, InstructionLevel.Vector512);
                rows.Add(name, InstructionLevel.Vector256);
                rows.Add(name, InstructionLevel.Vector128);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Agrees_with_the_reference(string name, InstructionLevel level) =>
        NetworkComparison.Run(Networks[name], Bundle.Network(name, level), batch: 2, seed: 3);
}
