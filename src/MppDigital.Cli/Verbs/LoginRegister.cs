using System.CommandLine;
using System.Text.Json;
using MppDigital.Login.Clients;
using MppDigital.Platform.UseCases;

namespace MppDigital.Cli.Verbs;

/// <summary>Lets a program of somebody else in, or changes what was written down of it.</summary>
internal static class LoginRegister
{
    public static Command Command(Terminal terminal, Option<bool> json)
    {
        var file = new Argument<string>("file") { Description = "Berkas JSON tentang klien; - untuk masukan baku" };
        var command = new Command("register", "Mendaftarkan atau mengubah klien milik pihak lain") { file };
        command.SetAction((parsed, ct) => RunAsync(terminal, parsed.GetRequiredValue(file), parsed.GetValue(json), ct));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, string file, bool json, CancellationToken ct)
    {
        ClientRegistration registration;
        try
        {
            var text = file == "-" ? await terminal.In.ReadToEndAsync(ct) : await File.ReadAllTextAsync(file, ct);
            registration = JsonSerializer.Deserialize<ClientRegistration>(text, JsonSerializerOptions.Web) ?? throw new JsonException("empty");
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            return await terminal.RefuseAsync(Problems.Unreadable(file, e.Message.ReplaceLineEndings(" ")), json);
        }

        await using var deployment = Deployment.Open(terminal);
        if (await deployment.ReadRegistryAsync(ct) is null) return await terminal.RefuseAsync(Problems.NotProvisioned, json);
        var outcome = await deployment.Get<IUseCase<RegisterClient, ClientAdmitted>>().HandleAsync(new RegisterClient(registration), ct);
        if (!outcome.Succeeded) return await terminal.RefuseAsync(outcome.Problem, json);
        await terminal.WriteAsync(json, outcome.Value, () => outcome.Value.Secret is { } secret ? $"{outcome.Value.Id} terdaftar. Rahasia: {secret}" : $"{outcome.Value.Id} terdaftar.");
        return ExitCode.Done;
    }
}
