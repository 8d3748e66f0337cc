using Voltloop.Record.Ports;

namespace Voltloop.Record.Importing;

/// <summary>Reads one family of formats. A room contributes its importers as services.</summary>
public interface IImporter
{
    /// <summary>Name of the format family, for help texts.</summary>
    string Format { get; }

    /// <summary>True when the content, not the name, says that this importer can read it. Must be quick and must not throw.</summary>
    bool Recognises(ImportSource source);

    /// <summary>Works out what the import would write. Never writes.</summary>
    /// <exception cref="Core.Problems.ProblemException">The file cannot be read at all.</exception>
    Task<ImportPlan> PlanAsync(ImportSource source, ImportOptions options, IRecordReader record, CancellationToken cancellation);
}
