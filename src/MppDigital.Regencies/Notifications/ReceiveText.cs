using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using MppDigital.Connectors.Messages;
using MppDigital.Connectors.Qris;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Contacts;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Notifications;

/// <summary>Somebody wrote to the regency's number; the answer goes back with the gateway's own call.</summary>
/// <param name="Body">As it arrived, byte by byte.</param>
public sealed record ReceiveText(ReadOnlyMemory<byte> Body, string? Signature);

/// <param name="Reply">What to answer; empty for a repetition, which was answered before.</param>
public sealed record TextAnswer(string Reply)
{
    public override string ToString() => "answer";
}

internal sealed partial class ReceiveTextHandler(
    IDbContextFactory<RegencyDbContext> contexts, IDatabaseEngine engine, MessageKeys keys, ChatCommands commands, RegencySecrets secrets, CurrentRegency current, TimeProvider clock, ILogger<ReceiveTextHandler> log)
    : IUseCase<ReceiveText, TextAnswer>
{
    private const int MostAnHour = 20;

    private readonly ILogger log = log;

    public async Task<Outcome<TextAnswer>> HandleAsync(ReceiveText input, CancellationToken ct)
    {
        if (keys.Find(current.Value.Code.Code4) is not { } key || !QrisSignature.Fits(key, input.Body.Span, input.Signature, clock.GetUtcNow())) return Refused("bad-signature", Problems.BadSignature);
        var (text, faults) = IncomingText.Read(input.Body);
        if (text is null) return Refused("unreadable", Problems.Unreadable(faults));

        var lookup = ContactSecrets.PhoneLookup(secrets, text.From);
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (!await KeepAsync(db, text.Id, lookup, ct)) return new TextAnswer("");
        var hourAgo = clock.GetUtcNow().UtcDateTime.AddHours(-1);
        if (await db.IncomingMessages.CountAsync(i => i.PhoneLookup == lookup && i.At > hourAgo, ct) > MostAnHour) return Refused("too-many", Problems.TooMany);
        var (command, reply) = await commands.AnswerAsync(db, text, lookup, ct);
        Log.Answered(log, current.Value.Code.Value, text.Channel, command);
        return new TextAnswer(reply);
    }

    /// <returns>False for a repetition.</returns>
    private async Task<bool> KeepAsync(RegencyDbContext db, string id, string lookup, CancellationToken ct)
    {
        try
        {
            db.IncomingMessages.Add(new IncomingMessage { Id = id, PhoneLookup = lookup, At = clock.GetUtcNow().UtcDateTime });
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException e) when (engine.IsDuplicate(e))
        {
            return false;
        }
    }

    private Problem Refused(string why, Problem problem)
    {
        Log.Refused(log, current.Value.Code.Value, why);
        return problem;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Regency} answered {Command} by {Channel}")]
        public static partial void Answered(ILogger logger, string regency, MessageChannel channel, string command);

        [LoggerMessage(2, LogLevel.Warning, "What came in for {Regency} was refused: {Reason}")]
        public static partial void Refused(ILogger logger, string regency, string reason);
    }
}
