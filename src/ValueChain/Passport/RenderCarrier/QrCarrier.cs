using System.Collections;
using System.Globalization;
using System.Text;
using QRCoder;

namespace Voltloop.Passport.RenderCarrier;

/// <summary>QR codes (ISO/IEC 18004) with error correction level M and the quiet zone of 4 modules that the standard asks for.</summary>
internal static class QrCarrier
{
    /// <summary>Width of the light border, in modules.</summary>
    public const int QuietZone = Model.CarrierFacts.QuietZoneModules;

    private const int PixelsPerModule = 8;

    /// <summary>The code as a PNG, black on white.</summary>
    public static byte[] Png(Uri link)
    {
        using var data = Data(link);
        using var code = new PngByteQRCode(data);
        return code.GetGraphic(PixelsPerModule, drawQuietZones: true);
    }

    /// <summary>The code as an SVG whose user unit is one module, black on white in any colour scheme.</summary>
    public static string Svg(Uri link)
    {
        using var data = Data(link);
        var size = data.ModuleMatrix.Count;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" role="img" aria-label="QR code" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{size}v{size}H0z"/><path fill="#000" d="{Dark(data.ModuleMatrix)}"/></svg>""");
    }

    /// <summary>Modules by row, true for dark, with the quiet zone.</summary>
    public static IReadOnlyList<BitArray> Modules(Uri link)
    {
        using var data = Data(link);
        return data.ModuleMatrix;
    }

    /// <summary>What has to be known to print the code.</summary>
    public static Model.CarrierFacts Facts(Uri link)
    {
        using var data = Data(link);
        return new Model.CarrierFacts(link.AbsoluteUri, data.ModuleMatrix.Count - 2 * QuietZone);
    }

    /// <summary>Modules on a side with the quiet zone, and the dark ones as the path of an SVG.</summary>
    public static (int Size, string Path) Shape(Uri link)
    {
        using var data = Data(link);
        return (data.ModuleMatrix.Count, Dark(data.ModuleMatrix));
    }

    private static QRCodeData Data(Uri link) => QRCodeGenerator.GenerateQrCode(link.AbsoluteUri, QRCodeGenerator.ECCLevel.M);

    // Runs of dark modules become one rectangle each: a third of the text.
    private static string Dark(List<BitArray> rows)
    {
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Count; x++)
            {
                if (!rows[y][x]) continue;
                var end = x;
                while (end < rows[y].Count && rows[y][end]) end++;
                path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h{end - x}v1H{x}z");
                x = end;
            }
        }

        return path.ToString();
    }
}
