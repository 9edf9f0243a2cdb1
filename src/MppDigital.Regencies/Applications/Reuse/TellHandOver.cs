using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MppDigital.National.Residents.Consents;
using MppDigital.Platform.Events;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Applications.Reuse;

/// <summary>Tells the vault which of its facts went into an application, so that their owner can read it beside the consent.</summary>
internal sealed class TellHandOver(IDbContextFactory<RegencyDbContext> contexts, IUseCase<NoteHandOver, Done> note, CurrentRegency current) : IOutboxHandler
{
    public const string Kind = "tell-hand-over";

    string IOutboxHandler.Kind => Kind;

    /// <summary>In the transaction of the filing. Names of facts and ids only.</summary>
    public static OutboxRow RowFor(string number, Guid? consent, IReadOnlyList<string> facts, DateTime now) => new(Kind, JsonSerializer.Serialize(new Payload(Guid.CreateVersion7(), number, consent, facts)), now);

    public async Task HandleAsync(string payload, CancellationToken ct)
    {
        var told = JsonSerializer.Deserialize<Payload>(payload)!;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var filed = await db.Applications.AsNoTracking().Where(a => a.Number == told.Number).Select(a => new { a.Sub, a.Service, a.SubmittedAt }).SingleAsync(ct);
        var noted = await note.HandleAsync(new NoteHandOver(told.Id, told.Consent, filed.Sub, current.Value.Code, filed.Service, told.Number, filed.SubmittedAt, told.Facts), ct);
        if (!noted.Succeeded) throw new InvalidOperationException($"The hand-over for {told.Number} was refused: {noted.Problem.Code}");
    }

    private sealed record Payload(Guid Id, string Number, Guid? Consent, IReadOnlyList<string> Facts);
}
