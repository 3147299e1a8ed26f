using NetDsl.Generator.Kernels;

namespace NetDsl.Generator.Planning;

/// <summary>What the 16 numbers of a cell are during training.</summary>
internal enum TrainingForm
{
    /// <summary>One value of 16 samples: any number of channels fills whole vectors.</summary>
    Lanes,

    /// <summary>16 channels of one sample, the layout that oneDNN calls nChw16c: any number of samples fills whole vectors.</summary>
    Blocks,
}

/// <summary>What follows from the form.</summary>
internal static class TrainingForms
{
    /// <summary>Planes of cells that so many channels take.</summary>
    public static int Planes(this TrainingForm form, int channels) => form == TrainingForm.Lanes ? channels : Text.Tiles(channels, Level.CellFloats);

    /// <summary>Samples that a group of cells holds.</summary>
    public static int Samples(this TrainingForm form) => form == TrainingForm.Lanes ? Level.CellFloats : 1;
}
