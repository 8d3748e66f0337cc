using Voltloop.Core.Problems;
using Voltloop.Health.ImportTimeSeries;
using Voltloop.Health.Model;
using Voltloop.Health.ReadCyclers;
using Voltloop.Health.ReadMatlab;
using Voltloop.Health.ReadTables;
using Voltloop.Record.Importing;
using Voltloop.Web.Composition;

namespace Voltloop.Health.EstimateCharge;

/// <summary>Reads a recording from a file that is not imported: of any cycler that can be imported, BDF, or a MATLAB structure <c>meas</c>.</summary>
internal static class RecordingFile
{
    /// <summary>The recording.</summary>
    /// <exception cref="ProblemException">The file is not there, cannot be read, or lacks a column.</exception>
    public static async Task<CellRecording> ReadAsync(string path, CancellationToken cancellation)
    {
        var source = await LocalFile.ReadAsync(path, cancellation);
        return MatlabFile.Recognises(source.Bytes.Span) ? Matlab(source) : Table(source);
    }

    private static CellRecording Matlab(ImportSource source)
    {
        var variables = MatlabFile.Read(source.Bytes);
        var meas = variables.GetValueOrDefault("meas") ?? throw new ProblemException(MatlabProblems.FieldMissing, "The file has no variable \"meas\".", source.Name);
        double[] Column(string name) => meas.Field(name).Numbers;
        var warm = (meas as MatlabStructure)?.Find("Battery_Temp_degC")?.Numbers;
        return CellRecording.Of(source.Name, (Column("Time"), Column("Current"), Column("Voltage"), warm));
    }

    private static CellRecording Table(ImportSource source)
    {
        var log = new FindingLog();
        var data = (CyclerFormats.Find(source.Bytes) ?? CyclerFormats.Bdf).Read(source.Bytes, log) is { } raw && !log.HasErrors
            ? TimeSeriesImporter.Checked(raw, log, out _).Data : null;
        if (data is null || log.HasErrors)
        {
            var first = log.ToList().FirstOrDefault(finding => finding.Severity == FindingSeverity.Error);
            throw new ProblemException(CommonProblems.MalformedInput, first is null ? "The file is no time series." : $"{first.Code}: {first.Message}", source.Name);
        }

        if (BdfColumns.Required.FirstOrDefault(name => data.Find(name) is null) is { } missing)
        {
            throw new ProblemException(CommonProblems.MalformedInput, $"The file has no column {missing}.", source.Name);
        }

        var warm = RecordingReader.Temperature(data.Columns.Select(column => column.Target.Name));
        return CellRecording.Of(source.Name, (data.Find(BdfColumns.TestTime)!, data.Find(BdfColumns.Current)!, data.Find(BdfColumns.Voltage)!, warm is null ? null : data.Find(warm)));
    }
}
