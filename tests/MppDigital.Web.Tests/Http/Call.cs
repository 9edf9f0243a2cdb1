namespace MppDigital.Web.Tests.Http;

/// <summary>All that a request can carry besides method and address.</summary>
internal sealed record Call
{
    public static Call Empty { get; } = new();

    /// <summary>Text of the body, sent as <see cref="Type"/>.</summary>
    public string? Body { get; init; }

    public string Type { get; init; } = "application/json";

    /// <summary>Instead of <see cref="Body"/>.</summary>
    public HttpContent? Content { get; init; }

    public string? Key { get; init; }

    public string? IfMatch { get; init; }

    /// <summary>An access token instead of the cookie.</summary>
    public string? Token { get; init; }

    /// <summary>A whole Cookie line instead of the jar.</summary>
    public string? Cookie { get; init; }

    public bool WithoutCsrf { get; init; }

    /// <summary>The site that a browser says the request comes from; null says nothing.</summary>
    public string? Origin { get; init; }
}
