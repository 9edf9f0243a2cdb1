using MppDigital.Connectors.Calls;
using MppDigital.Connectors.Health;
using MppDigital.Connectors.Products;
using MppDigital.Platform.Tenancy;

namespace MppDigital.Connectors.Dukcapil;

/// <summary>
/// Orders certificates, cards and letters from the civil register. A line of its own, with longer limits and its own circuit: making a document
/// takes longer than looking somebody up, and no form waits for it.
/// </summary>
internal sealed class DukcapilProducts(RegisterLine line, TimeProvider clock) : IProductRegister, IConnector
{
    internal const string Name = "DukcapilProducts";

    private const int LongestNumber = 60;

    public string Code => "dukcapil";

    string IConnector.Connector => Name;

    string IConnector.Agreement => DukcapilClient.Name;

    bool IConnector.CanTry => false;

    // Sent as a question: repeating it makes nothing twice, which is what the key is for.
    public Task<Lookup<RegisterProduct>> MakeAsync(ProductRequest request, CancellationToken ct) =>
        line.AskAsync<DukcapilProductOrder, DukcapilAnswer<DukcapilProductRecord>, RegisterProduct>(DukcapilProductWords.Path, OrderOf(request), (answer, at) => Read(answer, at, request), ct);

    Task<ConnectorLook> IConnector.LookAsync(CancellationToken ct) => line.LookAsync(ct);

    /// <summary>Whatever it is asked for it makes.</summary>
    Task<Outage?> IConnector.TryAsync(RegencyCode regency, CancellationToken ct) => throw new NotSupportedException();

    private static DukcapilProductOrder OrderOf(ProductRequest request) =>
        new(request.Application, request.Issue, DukcapilProductWords.Kinds[request.Kind], request.Nik, request.Answers, request.DecidedBy, request.DecidedAt);

    private Lookup<RegisterProduct> Read(DukcapilAnswer<DukcapilProductRecord> answer, DateTime at, ProductRequest request) => answer switch
    {
        { ResponseCode: DukcapilAnswer<DukcapilProductRecord>.NoSuchRecord } => new Lookup<RegisterProduct>.NotFound(at),
        { ResponseCode: DukcapilProductWords.Contradicts } => new Lookup<RegisterProduct>.Unavailable(Outage.Refused),
        { ResponseCode: DukcapilAnswer<DukcapilProductRecord>.Answered or DukcapilProductWords.AlreadyMade, Content: [var record] } when ProductOf(record, request) is { } product => new Lookup<RegisterProduct>.Found(product, at),
        _ => new Lookup<RegisterProduct>.Unavailable(Outage.Unreadable),
    };

    /// <summary>Null unless it is exactly what was asked for: a paper about somebody else must not reach anybody.</summary>
    private RegisterProduct? ProductOf(DukcapilProductRecord record, ProductRequest request)
    {
        if (record.Application != request.Application || record.Issue != request.Issue || record.Nik != request.Nik || record.Kind != DukcapilProductWords.Kinds[request.Kind]) return null;
        if (record is not { Number: { Length: > 0 and <= LongestNumber } number, Pdf: { Length: > 0 } pdf } || !number.All(IsNumberSign) || !pdf.AsSpan().StartsWith("%PDF-"u8)) return null;
        // It may be tomorrow already where a child was born.
        return DukcapilProductWords.FactsOf(record, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(1)) is { } facts ? new RegisterProduct(number, pdf, facts) : null;
    }

    private static bool IsNumberSign(char sign) => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '/' or '.';
}
