using System.CommandLine;
using System.Text.Json;
using MppDigital.Platform.Calendar;

namespace MppDigital.Cli.Verbs;

/// <summary>Counts legal limits given on standard input, with the clock that the halls use. Needs no database.</summary>
internal static class CalendarDue
{
    private const int LongestLimit = 2000;

    /// <param name="Now">For <c>deemed</c>; the time of the call when absent.</param>
    private sealed record Order(Dictionary<string, DateOnly[]> Calendars, JsonElement[] Cases, DateTimeOffset? Now = null);

    private sealed record Case(string Calendar, string Zone, DateTimeOffset CompleteAt, int WorkingDays, DateOnly[]? LocalHolidays = null, CasePause[]? Pauses = null);

    private readonly record struct CasePause(DateTimeOffset From, DateTimeOffset? To = null);

    /// <param name="Deemed">The limit has passed: without a decision the application is approved by law as of <paramref name="DueAt"/>.</param>
    private sealed record Answer(JsonElement? Id, DateOnly? DueOn, DateTimeOffset? DueAt, bool Deemed);

    private sealed record Refusal(JsonElement? Id, string Error);

    public static Command Command(Terminal terminal)
    {
        var command = new Command("due", "Menghitung jatuh tempo kasus dari masukan baku (JSON)");
        command.SetAction((_, ct) => RunAsync(terminal, ct));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, CancellationToken ct)
    {
        Order order;
        try
        {
            order = JsonSerializer.Deserialize<Order>(await terminal.In.ReadToEndAsync(ct), CommandJson.Lines) ?? throw new JsonException("expected an object");
        }
        catch (JsonException e)
        {
            await terminal.Error.WriteLineAsync($"standard input: {e.Message}");
            return ExitCode.WrongUsage;
        }

        var now = (order.Now ?? terminal.Clock.GetUtcNow()).UtcDateTime;
        var answers = order.Cases.Select(c => Answered(c, order.Calendars, now)).ToList();
        await terminal.Out.WriteLineAsync(JsonSerializer.Serialize(answers, CommandJson.Indented));
        var refused = answers.Count(a => a is Refusal);
        return ExitCode.Of(answers.Count - refused, refused);
    }

    private static object Answered(JsonElement element, Dictionary<string, DateOnly[]> calendars, DateTime now)
    {
        JsonElement? id = element.ValueKind == JsonValueKind.Object && element.TryGetProperty("id", out var given) ? given : null;
        try
        {
            var item = element.Deserialize<Case>(CommandJson.Lines) ?? throw new JsonException("expected an object");
            if (calendars.GetValueOrDefault(item.Calendar) is not { } holidays) return new Refusal(id, $"calendar: '{item.Calendar}' is not among calendars");
            if (IndonesianZones.Find(item.Zone) is not { } zone) return new Refusal(id, $"zone: expected {string.Join(", ", IndonesianZones.All.Select(z => z.Id))}");
            if (item.WorkingDays is < 0 or > LongestLimit) return new Refusal(id, $"workingDays: expected 0 to {LongestLimit}");
            if (!LegalClock.Covers(item.CompleteAt)) return new Refusal(id, "completeAt: expected an instant from 2000 to 2199");
            if (item.Pauses?.Any(p => !LegalClock.Covers(p.From) || (p.To is { } to && !LegalClock.Covers(to))) == true) return new Refusal(id, "pauses: expected instants from 2000 to 2199");
            if (item.Pauses?.Any(p => p.To < p.From) == true) return new Refusal(id, "pauses: expected to not before from");

            var calendar = new WorkingCalendar(Closed(holidays, HolidayType.National), Closed(item.LocalHolidays ?? [], HolidayType.Local), null);
            var pauses = (item.Pauses ?? []).Select(p => new Pause(p.From.UtcDateTime, p.To?.UtcDateTime)).ToArray();
            var due = LegalClock.Due(calendar, zone, item.CompleteAt.UtcDateTime, item.WorkingDays, pauses);
            return new Answer(id, due?.DueOn, due?.DueAt, due?.HasPassed(now) == true);
        }
        catch (JsonException e)
        {
            return new Refusal(id, e.Path is { } path && !e.Message.Contains(path, StringComparison.Ordinal) ? $"{path}: {e.Message}" : e.Message);
        }
    }

    private static IEnumerable<Holiday> Closed(DateOnly[] dates, HolidayType type) => dates.Select(d => new Holiday(d, "", null, type));
}
