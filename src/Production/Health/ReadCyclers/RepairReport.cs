using System.Globalization;
using Voltloop.Health.ReadTables;
using Voltloop.Record.Importing;

namespace Voltloop.Health.ReadCyclers;

/// <summary>Everything an import changed in a file, rule by rule, in the order in which it was done.</summary>
internal sealed class RepairReport
{
    private readonly List<ImportRepair> _repairs = [];

    /// <summary>What was changed.</summary>
    public IReadOnlyList<ImportRepair> Repairs => _repairs;

    /// <summary>Something that belongs to the format was converted: worth knowing.</summary>
    public void Convert(string rule, string column, string what, long rows) => _repairs.Add(new ImportRepair(rule, column, what, rows));

    /// <summary>Something was wrong in the file and was put right: a warning, so that a strict import refuses it.</summary>
    public void Mend(string rule, string column, string what, long rows) =>
        _repairs.Add(new ImportRepair(rule, column, what, rows) { IsMended = true });

    /// <summary>Writes every repair as a finding.</summary>
    public void Tell(FindingLog log)
    {
        foreach (var repair in _repairs)
        {
            var rows = string.Create(CultureInfo.InvariantCulture, $"{repair.Column}: {repair.What} ({repair.Rows} rows)");
            Tell(log, repair, repair.Rows == 0 ? $"{repair.Column}: {repair.What}" : rows);
        }
    }

    private static void Tell(FindingLog log, ImportRepair repair, string message)
    {
        if (repair.IsMended)
        {
            log.Warn(repair.Rule, message);
            return;
        }

        log.Note(repair.Rule, message);
    }
}
