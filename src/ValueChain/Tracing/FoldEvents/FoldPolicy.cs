using Voltloop.Record.Things;

namespace Voltloop.Tracing.FoldEvents;

/// <summary>Which batteries become things of the record when events bring them forth. Section <c>Tracing:Fold</c> of the settings.</summary>
internal sealed class FoldPolicy
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Tracing:Fold";

    /// <summary>Whether key events become facts of the batteries they name; otherwise events state nothing.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Whether cells that an assembly brings forth become things of the record. A passport is owed for what is placed on the market, so usually no.</summary>
    public bool CreateCells { get; set; }

    /// <summary>Whether modules that are assembled become things of the record; usually no.</summary>
    public bool CreateModules { get; set; }

    /// <summary>Whether packs that are assembled, and batteries that begin another life, become things of the record.</summary>
    public bool CreatePacks { get; set; } = true;

    /// <summary>The kind of thing to create for what a key event makes; <c>null</c> for none.</summary>
    public ThingKind? KindOf(string? makes) => makes switch
    {
        "cell" when CreateCells => ThingKind.Cell,
        "module" when CreateModules => ThingKind.Module,
        "pack" when CreatePacks => ThingKind.Pack,
        "battery" when CreatePacks => ThingKind.Battery,
        _ => null,
    };
}
