namespace NetDsl;

/// <summary>Makes a partial class a network: the layers are the attributes that follow, in order.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class NetworkAttribute : Attribute
{
    /// <summary>Whether a backward pass is generated. Default: true.</summary>
    public bool Training { get; set; } = true;

    /// <summary>How much of a kernel is written out in the generated text. Default: <see cref="Unroll.Window"/>.</summary>
    public Unroll Unroll { get; set; } = Unroll.Window;

    /// <summary>Which algorithms prediction may use. Default: <see cref="Precision.Fast"/>.</summary>
    public Precision Precision { get; set; } = Precision.Fast;
}
