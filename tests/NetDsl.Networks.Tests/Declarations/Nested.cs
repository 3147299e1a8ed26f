using NetDsl;

namespace Sample.Networks;

/// <summary>A network within another type, with members of the user's own.</summary>
internal static partial class Outer
{
    [Network, Input(6, 6, 1), Conv2d(3, 3, 2), MaxPool2d(2, 2)]
    internal sealed partial class Inner
    {
        public static int TwiceTheInput => 2 * InputLength;
    }
}
