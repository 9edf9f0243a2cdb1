using System.Diagnostics.CodeAnalysis;

namespace MppDigital.Login.Protocol;

/// <summary>A refusal in the words of OAuth and OpenID Connect.</summary>
/// <param name="Error">Registered error code, for example <c>invalid_grant</c>.</param>
/// <param name="Description">For the client's developer; ASCII without quotes.</param>
internal sealed record ProtocolError(string Error, string Description, int Status = 400)
{
    public static ProtocolError InvalidRequest(string description) => new("invalid_request", description);

    public static ProtocolError InvalidGrant(string description) => new("invalid_grant", description);

    public static ProtocolError InvalidClient { get; } = new("invalid_client", "Unknown client or wrong proof.", 401);
}

/// <summary>Either what was asked for or why not.</summary>
internal readonly struct Checked<T>
    where T : class
{
    private Checked(T? value, ProtocolError? error)
    {
        Value = value;
        Error = error;
    }

    public T? Value { get; }

    public ProtocolError? Error { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool Succeeded => Error is null;

    public static implicit operator Checked<T>(T value) => new(value, null);

    public static implicit operator Checked<T>(ProtocolError error) => new(null, error);
}
