namespace Voltloop.Web.Formatting;

/// <summary>Amounts of bytes as people read them, in powers of a thousand.</summary>
public static class ByteText
{
    private static readonly string[] Units = ["B", "kB", "MB", "GB", "TB", "PB"];

    /// <summary>The amount with its unit, for example <c>12.3 kB</c>.</summary>
    public static string Of(double bytes)
    {
        var (value, unit) = Parts(bytes);
        return $"{value}\u00a0{unit}";
    }

    /// <summary>Figure and unit apart.</summary>
    public static (string Value, string Unit) Parts(double bytes)
    {
        var power = 0;
        while (power < Units.Length - 1 && Math.Abs(bytes) >= 1000)
        {
            bytes /= 1000;
            power++;
        }

        return (QuantityFormat.Number(bytes, 3), Units[power]);
    }
}
