using Voltloop.Health.ReadTables;

namespace Voltloop.Health.ReadCyclers;

/// <summary>Reads the files of one cycler or exchange format into columns with BDF 1.3 names, signs and units.</summary>
internal interface ICyclerFormat
{
    /// <summary>Name for people, for example <c>Maccor text</c>.</summary>
    string Name { get; }

    /// <summary>True when the content is of this format. Quick, and never throws.</summary>
    bool Recognises(CyclerGlance glance);

    /// <summary>Reads the whole file; <c>null</c>, with errors in the log, when it is refused.</summary>
    /// <exception cref="Core.Problems.ProblemException">A tool that the format needs is missing.</exception>
    CyclerTable? Read(ReadOnlyMemory<byte> content, FindingLog log);
}
