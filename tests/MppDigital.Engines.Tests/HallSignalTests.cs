using System.Text;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Visits.Places;
using MppDigital.Regencies.Visits.Queue;
using MppDigital.Testing;
using MppDigital.Testing.Databases;

namespace MppDigital.Engines.Tests;

/// <summary>Two processes on one server: what changes at one is told to the displays of the other by the database, without a look.</summary>
[Collection(EnginesShareServers.Name)]
public sealed class HallSignalTests(Deployments deployments)
{
    [Theory, OnPostgreSql]
    public async Task A_change_in_one_process_reaches_a_display_at_another(string engine)
    {
        var deployment = await deployments.On(engine);
        var regency = deployment.Regencies[1];
        await using var counter = deployment.NewProcess();
        // Its clock stands still, so it never looks by itself.
        await using var display = deployment.NewProcess(services => services.AddSingleton<TimeProvider>(new FakeClock()));
        var place = await counter.InAsync(regency, async db =>
        {
            var hall = new Place(Guid.CreateVersion7(), PlaceKind.Hall, DateTime.UtcNow);
            hall.Describe("Gedung uji", "Jalan Uji 1", active: true);
            hall.Open(new OpeningHours(WeekHours.Common, []));
            db.Add(hall);
            await db.SaveChangesAsync();
            return hall.Id;
        });
        var channel = (await display.GetRequiredService<HallCalls>().JoinAsync(regency.Code, place, CancellationToken.None))!;

        // Listening begins a moment after the first display came; what is told before that is found by a look, which is not asked for here.
        for (var i = 0; i < 20 && channel.Last == 0; i++)
        {
            var bell = channel.Bell;
            await TellAsync(counter, regency, place);
            await Task.WhenAny(bell, Task.Delay(TimeSpan.FromSeconds(1)));
        }

        Assert.True(channel.Last > 0, "The other process heard nothing.");
        var (seen, next) = (channel.Last, channel.Bell);
        await TellAsync(counter, regency, place);
        await next.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Contains("event: line", Encoding.UTF8.GetString(Assert.Single(channel.After(seen)!.Value).Content.Span), StringComparison.Ordinal);
        channel.Leave();
    }

    private static async Task TellAsync(IServiceProvider process, Regency regency, Guid place)
    {
        await using var scope = process.GetRequiredService<IRegencyScopes>().For(regency.Code);
        var told = await scope.ServiceProvider.GetRequiredService<QueueLine>().ChangeAsync<Done>(
            place,
            change =>
            {
                change.TellOf("DUKCAPIL", "1");
                return Task.FromResult<Outcome<Done>>(default(Done));
            },
            CancellationToken.None);
        Assert.True(told.Succeeded);
    }
}
