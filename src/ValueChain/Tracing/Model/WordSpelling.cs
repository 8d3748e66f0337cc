using System.Collections.Frozen;

namespace Voltloop.Tracing.Model;

/// <summary>One list of standard words with all the ways that XML and older JSON spell them.</summary>
/// <param name="words">The bare words.</param>
/// <param name="starts">What may stand before a word instead.</param>
internal sealed class WordSpelling(FrozenSet<string> words, params string[] starts)
{
    /// <summary>Business steps.</summary>
    public static readonly WordSpelling BizStep = new(StandardWords.BizSteps, "urn:epcglobal:cbv:bizstep:", "https://ref.gs1.org/cbv/BizStep-", "cbv:BizStep-");

    /// <summary>Dispositions.</summary>
    public static readonly WordSpelling Disposition = new(StandardWords.Dispositions, "urn:epcglobal:cbv:disp:", "https://ref.gs1.org/cbv/Disp-", "cbv:Disp-");

    /// <summary>Types of business transactions.</summary>
    public static readonly WordSpelling Transaction = new(StandardWords.TransactionTypes, "urn:epcglobal:cbv:btt:", "https://ref.gs1.org/cbv/BTT-", "cbv:BTT-");

    /// <summary>Types of sources and destinations.</summary>
    public static readonly WordSpelling Party = new(StandardWords.PartyTypes, "urn:epcglobal:cbv:sdt:", "https://ref.gs1.org/cbv/SDT-", "cbv:SDT-");

    /// <summary>Reasons of error declarations.</summary>
    public static readonly WordSpelling Reason = new(StandardWords.ErrorReasons, "urn:epcglobal:cbv:er:", "https://ref.gs1.org/cbv/ER-", "cbv:ER-");

    /// <summary>Measurements.</summary>
    public static readonly WordSpelling Measurement = new(StandardWords.Measurements, "gs1:", "https://gs1.org/voc/", "https://ref.gs1.org/voc/");

    /// <summary>Alerts.</summary>
    public static readonly WordSpelling Alert = new(StandardWords.Alerts, "gs1:", "https://gs1.org/voc/", "https://ref.gs1.org/voc/");

    /// <summary>Components.</summary>
    public static readonly WordSpelling Component = new(StandardWords.Components, "cbv:Comp-", "https://ref.gs1.org/cbv/Comp-");

    /// <summary>The bare word, or the text itself when it is no standard word.</summary>
    public string Bare(string text)
    {
        foreach (var start in starts)
        {
            if (text.StartsWith(start, StringComparison.Ordinal) && words.Contains(text[start.Length..])) return text[start.Length..];
        }

        return text;
    }

    /// <summary>Whether a text is a bare word of the list.</summary>
    public bool Contains(string text) => words.Contains(text);
}
