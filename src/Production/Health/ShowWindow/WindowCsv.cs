using System.Globalization;
using System.Text;
using Voltloop.Record.Series;
using Voltloop.Web.Formatting;

namespace Voltloop.Health.ShowWindow;

/// <summary>Writes every sample of a window as a table that BDF readers take.</summary>
internal static class WindowCsv
{
    /// <summary>Writes the head and the rows.</summary>
    public static async Task WriteAsync(Stream output, IReadOnlyList<ChannelSpec> channels, IAsyncEnumerable<double[][]> blocks)
    {
        await using var text = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        await text.WriteLineAsync(string.Join(',', channels.Select(channel => CsvField.Of(channel.Name))));
        await foreach (var block in blocks) await text.WriteAsync(Rows(block));
    }

    private static StringBuilder Rows(double[][] block)
    {
        var text = new StringBuilder();
        for (var i = 0; i < block[0].Length; i++)
        {
            for (var c = 0; c < block.Length; c++)
            {
                if (c > 0) text.Append(',');
                if (double.IsFinite(block[c][i])) text.Append(CultureInfo.InvariantCulture, $"{block[c][i]:R}");
            }

            text.Append('\n');
        }

        return text;
    }
}
