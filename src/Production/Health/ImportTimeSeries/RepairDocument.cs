using System.Security.Cryptography;
using System.Text.Json;
using Voltloop.Health.ReadCyclers;
using Voltloop.Record.Documents;
using Voltloop.Record.Importing;

namespace Voltloop.Health.ImportTimeSeries;

/// <summary>The report of repairs as a document that stands beside the file, so that evidence can name it.</summary>
internal static class RepairDocument
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>The document; <c>null</c> when nothing was changed.</summary>
    public static DocumentContent? Of(ImportSource source, CyclerTable table, string seriesId)
    {
        if (table.Repairs.Repairs.Count == 0)
        {
            return null;
        }

        var report = new
        {
            file = source.Sha256,
            format = table.Format,
            series = seriesId,
            rows = table.Data.Rows,
            channels = table.Data.Columns.Select(column => new { column.Target.Name, From = column.Header }),
            repairs = table.Repairs.Repairs,
        };
        return new DocumentContent($"repairs of {source.Name}.json", "application/json", JsonSerializer.SerializeToUtf8Bytes(report, Readable));
    }

    /// <summary>SHA-256 of a document, as the record names it.</summary>
    public static string? Name(DocumentContent? document) => document is null ? null : Convert.ToHexStringLower(SHA256.HashData(document.Bytes.Span));
}
