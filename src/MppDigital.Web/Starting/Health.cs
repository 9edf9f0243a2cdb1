using MppDigital.Platform.Persistence;

namespace MppDigital.Web.Starting;

/// <summary>Alive: the process answers. Ready: national and login databases answer; regencies are not asked, for one that is away must not take the others down.</summary>
internal static class Health
{
    public static void MapHealth(this WebApplication app)
    {
        var group = app.MapGroup("/healthz").AllowAnonymous().ExcludeFromDescription();
        group.MapGet("/live", () => Results.Text("live"));
        group.MapGet("/ready", ReadyAsync);
    }

    private static async Task<IResult> ReadyAsync(IEnumerable<ICentralDatabase> databases, CancellationToken ct)
    {
        foreach (var database in databases)
        {
            if (!await database.AnswersAsync(ct)) return Results.Text($"{database.Name} does not answer", statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        return Results.Text("ready");
    }
}
