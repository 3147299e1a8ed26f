namespace NetDsl.Generator.Model;

/// <summary>The ids of the rules that parsing and shape inference check.</summary>
internal static class RuleIds
{
    public const string NotPartial = "NDSL0001";
    public const string InputMissing = "NDSL0002";
    public const string SeveralDeclarations = "NDSL0003";
    public const string UnsuitableClass = "NDSL0004";
    public const string UnusableName = "NDSL0005";
    public const string BrokenGraph = "NDSL0006";
    public const string EndlessBlock = "NDSL0007";
    public const string NoValue = "NDSL0008";
    public const string Misplaced = "NDSL0009";
    public const string WindowTooLarge = "NDSL1001";
    public const string OutOfRange = "NDSL1002";
    public const string IndivisibleGroups = "NDSL1003";
    public const string UnsuitablePadding = "NDSL1004";
    public const string OutputPaddingTooLarge = "NDSL1005";
    public const string ShapesDiffer = "NDSL1006";
    public const string UnsuitableTable = "NDSL1007";
    public const string TooManyElements = "NDSL1008";
    public const string WrongRank = "NDSL1009";
    public const string DroppedCells = "NDSL2001";
    public const string SkippedCells = "NDSL2002";
    public const string UnevenPadding = "NDSL2003";
    public const string RaggedPool = "NDSL2004";
    public const string Checkerboard = "NDSL2005";
    public const string DoubleSoftmax = "NDSL2006";
    public const string StackedLinear = "NDSL2007";
    public const string IdleBias = "NDSL2008";
    public const string MisplacedDropout = "NDSL2009";
    public const string HeavyDense = "NDSL2010";
    public const string DilatedStride = "NDSL2011";
    public const string UnreadLayer = "NDSL2012";
    public const string LayerFacts = "NDSL2100";
    public const string BudgetExceeded = "NDSL3001";
    public const string Unoptimized = "NDSL3002";
    public const string NoInstructionSet = "NDSL3003";
    public const string TooLargeToUnroll = "NDSL3004";
}
