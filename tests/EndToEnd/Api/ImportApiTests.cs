using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Voltloop.Record.Importing;
using Voltloop.Tests.EndToEnd.Fixtures;

namespace Voltloop.Tests.EndToEnd.Api;

public sealed class ImportApiTests(Workshop house)
{
    private const string Table = "serial,gtin,cycle_count,discharging_capacity_ah\n{0},09521234500018,1,1.08\n{0},09521234500018,2,1.07\n{0},09521234500018,3,1.06\n";

    [Fact]
    public async Task A_preview_writes_nothing_a_commit_writes_once()
    {
        var table = Encoding.UTF8.GetBytes(Table.Replace("{0}", "E2E-IMPORT-1", StringComparison.Ordinal));
        (await SendAsync(table, "preview=true")).GetProperty("changes").GetArrayLength().ShouldBeGreaterThan(0);
        (await CountAsync("E2E-IMPORT-1")).ShouldBe(0);
        (await SendAsync(table, "")).GetProperty("receipt").GetProperty("newThings").GetInt32().ShouldBeInRange(1, 2, "the cell, and its model when no test made it before");
        (await CountAsync("E2E-IMPORT-1")).ShouldBe(1);
        (await SendAsync(table, "")).GetProperty("alreadyImported").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task An_upload_of_a_gigabyte_is_refused_before_it_is_sent()
    {
        using var client = new TcpClient();
        await client.ConnectAsync(house.Client.BaseAddress!.Host, house.Client.BaseAddress.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /api/v1/imports?name=huge.csv HTTP/1.1\r\nHost: {house.Client.BaseAddress.Authority}\r\nContent-Length: 1073741824\r\n\r\n"));
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        var answer = new byte[4096];
        var read = await stream.ReadAtLeastAsync(answer, 400, throwOnEndOfStream: false, timeout.Token);
        var text = Encoding.UTF8.GetString(answer, 0, read);
        text.ShouldStartWith("HTTP/1.1 413");
        text.ShouldContain("limit-exceeded");
        text.ShouldContain("268,435,456");
    }

    [Fact]
    public async Task A_gzip_bomb_is_refused_at_the_limit()
    {
        using var answer = await PostAsync(Bomb(ImportLimits.MaxBytes + 1), "");
        (await answer.ProblemAsync(413)).Text("code").ShouldBe("limit-exceeded");
    }

    [Theory]
    [MemberData(nameof(BadFiles))]
    public async Task A_bad_file_gets_a_named_problem_and_changes_nothing(string content, int status, string code)
    {
        var before = await house.Client.JsonAsync("/api/v1/things?limit=1000");
        using var answer = await PostAsync(Encoding.UTF8.GetBytes(content), "");
        (await answer.ProblemAsync(status)).Text("code").ShouldBe(code);
        var after = await house.Client.JsonAsync("/api/v1/things?limit=1000");
        after.GetProperty("items").GetArrayLength().ShouldBe(before.GetProperty("items").GetArrayLength());
    }

    public static TheoryData<string, int, string> BadFiles => new()
    {
        { "", 400, "malformed-input" },
        { "hello, this is a letter", 415, "unknown-format" },
        { new string('[', 10_000) + new string(']', 10_000), 415, "unknown-format" },
        { Table.Replace("{0}", "BAD-1", StringComparison.Ordinal).Replace("09521234500018", "09521234500014", StringComparison.Ordinal), 422, "invalid-value" },
    };

    private static byte[] Bomb(long size)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            var piece = new byte[1 << 20];
            for (long written = 0; written < size; written += piece.Length)
            {
                gzip.Write(piece);
            }
        }

        return packed.ToArray();
    }

    private async Task<JsonElement> SendAsync(byte[] file, string query)
    {
        using var answer = await PostAsync(file, query);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private Task<HttpResponseMessage> PostAsync(byte[] file, string query)
    {
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return house.Client.PostAsync($"/api/v1/imports?name=table.csv&{query}", content);
    }

    private async Task<int> CountAsync(string text) =>
        (await house.Client.JsonAsync($"/api/v1/things?text={text}")).GetProperty("items").GetArrayLength();
}
