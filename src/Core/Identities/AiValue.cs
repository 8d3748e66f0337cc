namespace Voltloop.Core.Identities;

/// <summary>A GS1 application identifier with its value, for example AI 21 with a serial number.</summary>
/// <param name="Ai">Two to four digits.</param>
/// <param name="Value">The value as it stands in the element string, without percent-encoding.</param>
public readonly record struct AiValue(string Ai, string Value)
{
    /// <summary>The usual spelling with brackets, for example <c>(21)A17</c>.</summary>
    public override string ToString() => $"({Ai}){Value}";
}
