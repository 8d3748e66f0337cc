using Voltloop.Core.Problems;
using Voltloop.Record.Importing;
using Voltloop.Record.Ports;
using Voltloop.Web.Import;

namespace Voltloop.Tests.Unit.Web;

/// <summary>Remembers what the pages asked of the import desk.</summary>
internal sealed class TestDesk : IImportDesk
{
    public List<string> Committed { get; } = [];

    public string? LastThing { get; private set; }

    public bool LastSkipsBadRows { get; private set; }

    public async Task<ImportTicket> PreviewAsync(string fileName, Stream content, UploadOptions upload, CancellationToken cancellation)
    {
        using var reader = new StreamReader(content);
        var text = await reader.ReadToEndAsync(cancellation);
        (LastThing, LastSkipsBadRows) = (upload.ThingId, upload.SkipBadRows);
        if (text.StartsWith("unknown", StringComparison.Ordinal))
        {
            throw new ProblemException(CommonProblems.UnknownFormat, "No importer recognises it.");
        }

        var severity = text.StartsWith("error", StringComparison.Ordinal) ? FindingSeverity.Error : FindingSeverity.Warning;
        var plan = new ImportPlan("Test table", new WriteBatch(), [new Finding(severity, "test-rule", "Seen <b>this</b>.", "line 2")], [new ImportChange("https://x.example/1", "capacity", null, "1.1 Ah")]);
        return new ImportTicket("ticket-" + fileName, fileName, plan);
    }

    public Task<WriteReceipt> CommitAsync(string ticket, CancellationToken cancellation)
    {
        Committed.Add(ticket);
        return Task.FromResult(new WriteReceipt(new DateTimeOffset(2026, 5, 4, 3, 2, 1, TimeSpan.Zero), 7, 1, 4, 1190));
    }
}
