using MppDigital.Connectors.Dukcapil;
using MppDigital.Connectors.Oss;
using MppDigital.Connectors.SatuSehat;

namespace MppDigital.Connectors.Facts;

/// <summary>Sends each question to the register that can answer it.</summary>
internal sealed class ConnectedRegisters(DukcapilClient dukcapil, SatuSehatClient satuSehat, OssClient oss, TimeProvider clock) : IFactSource
{
    public string? QuestionFor(string source) =>
        FactSources.Alternatives(source).Select(one => FactSources.Questions.GetValueOrDefault(one)).FirstOrDefault(question => question is not null);

    public async Task<FactAnswer> AskAsync(FactRequest request, CancellationToken ct)
    {
        var question = QuestionFor(request.Source);
        return question switch
        {
            FactSources.Person => Answer(question, await dukcapil.GetPersonAsync(request.Nik, ct), DukcapilFacts.Of),
            FactSources.FamilyCard => Answer(question, await dukcapil.GetFamilyCardAsync(request.Nik, ct), card => DukcapilFacts.Of(card, request.Nik)),
            FactSources.Registration => Answer(question, await satuSehat.GetHealthWorkerAsync(request.Nik, ct), worker => SatuSehatFacts.Of(worker, Today())),
            FactSources.Facility when await satuSehat.GetFacilitiesAsync(request.Regency, ct) is var list =>
                Answer(question, list, places => SatuSehatFacts.Of(places, list is Lookup<IReadOnlyList<HealthFacility>>.Found { Remembered: true, AsOf: var since } ? since : null)),
            FactSources.Business => Answer(question, await oss.GetBusinessesAsync(request.Nik, ct), OssFacts.Of),
            _ => new FactAnswer.NotConnected(request.Source),
        };
    }

    private static FactAnswer Answer<T>(string question, Lookup<T> lookup, Func<T, FactSet> facts) => lookup switch
    {
        Lookup<T>.Found { Remembered: true } earlier => new FactAnswer.Found(question, earlier.AsOf, facts(earlier.Data).FromMemory()),
        Lookup<T>.Found found => new FactAnswer.Found(question, found.AsOf, facts(found.Data)),
        Lookup<T>.NotFound none => new FactAnswer.NotFound(question, none.AsOf),
        Lookup<T>.Unavailable { Reason: Outage.NotConfigured } => new FactAnswer.NotConnected(question),
        Lookup<T>.Unavailable outage => new FactAnswer.Unavailable(question, outage.Reason),
        _ => throw new InvalidOperationException("Lookup is closed."),
    };

    // Jakarta's date, where the register is kept: a registration that ends today is valid until midnight there.
    private DateOnly Today() => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(7));
}
