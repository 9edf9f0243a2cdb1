using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.CrashProbe;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Applications.Office;
using MppDigital.Regencies.Officers;
using MppDigital.Testing;
using MppDigital.Testing.Databases;

// probe DATA INSTANT KILL-AT submit REQUEST | approve NUMBER VERSION: does one thing on databases that another process reads afterwards.
// Ends with 137 where it was killed, with 0 where it was done before that.
var clock = new FakeClock(DateTimeOffset.Parse(args[1], CultureInfo.InvariantCulture));
using var host = TwoRegencies.Build(args[0], clock);
await host.StartAsync();
await TwoRegencies.ReadRegistryAsync(host);
await using var scope = host.Services.GetRequiredService<IRegencyScopes>().For(TwoRegencies.Bukittinggi);
new KillSwitch(int.Parse(args[2], CultureInfo.InvariantCulture)).Arm();
var problem = args[3] switch
{
    "submit" => (await Of<SubmitApplication, Receipt>().HandleAsync(JsonSerializer.Deserialize<SubmitApplication>(args[4])!, CancellationToken.None)).Problem,
    "approve" => (await Of<ApproveApplication, OfficerView>().HandleAsync(new ApproveApplication(new DeskRequest(Head(), args[4], long.Parse(args[5], CultureInfo.InvariantCulture))), CancellationToken.None)).Problem,
    _ => throw new InvalidOperationException(args[3]),
};
if (problem is not null) await Console.Error.WriteLineAsync($"{problem.Code} {string.Join(' ', problem.Errors.Keys)}");
return problem is null ? 0 : 1;

IUseCase<TInput, TResult> Of<TInput, TResult>() => scope.ServiceProvider.GetRequiredService<IUseCase<TInput, TResult>>();

static StaffMember Head() => new("rina", "rina", [new OfficerSeat(OfficerRole.Head, "")]) { HasFreshFactor = true };
