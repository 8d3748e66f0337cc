using Voltloop.Record.Events;
using Voltloop.Record.Sqlite;
using Voltloop.Tests.Compliance.Model;

namespace Voltloop.Tests.Compliance.Sqlite;

/// <summary>What projections keep of events, also after the store was opened again, and beside a process that writes it.</summary>
public sealed class EventExtractTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Extracts_come_back_in_order_and_a_watermark_never_goes_back()
    {
        await using (var record = Open(readOnly: false))
        {
            record.EventDesk.Keep("a", [new EventExtract(7, [7]), new EventExtract(2, [2])], 9);
            record.EventDesk.Keep("b", [new EventExtract(2, [])], 2);
            await using var beside = Open(readOnly: true);
            beside.EventDesk.Keep("a", [new EventExtract(2, [22])], 5);
        }

        await using var again = Open(readOnly: false);
        again.EventDesk.Extracts("a").Select(extract => (extract.Number, extract.Body[0])).ShouldBe([(2L, (byte)22), (7L, (byte)7)]);
        again.EventDesk.Extracts("b").ShouldHaveSingleItem().Body.ShouldBeEmpty();
        (again.EventDesk.Watermark("a"), again.EventDesk.Watermark("b"), again.EventDesk.Watermark("c")).ShouldBe((9, 2, 0));
        again.EventDesk.Extracts("c").ShouldBeEmpty();
    }

    private SqliteRecord Open(bool readOnly) => SqliteRecord.Open(new SqliteRecordOptions { Directory = _folder.Path, ReadOnly = readOnly });
}
