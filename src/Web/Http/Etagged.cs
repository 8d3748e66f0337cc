namespace Voltloop.Web.Http;

/// <summary>Short names for answers.</summary>
public static class Etagged
{
    /// <summary>A JSON answer with an ETag.</summary>
    /// <typeparam name="T">Shape of the document.</typeparam>
    public static EtaggedJson<T> Json<T>(T value) => new(value);
}
