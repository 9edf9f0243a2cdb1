using Microsoft.Extensions.DependencyInjection;
using MppDigital.Platform;
using MppDigital.Platform.Events;
using MppDigital.Platform.Jobs;
using MppDigital.Platform.UseCases;

namespace MppDigital.Regencies.Feedback.Surveys;

internal static class SurveyServices
{
    public static IServiceCollection AddSurveys(this IServiceCollection services)
    {
        services.AddScoped<SurveyCodes>();
        services.AddScoped<InviteToSurvey>();
        services.AddScoped<IOutboxHandler>(p => p.GetRequiredService<InviteToSurvey>());
        services.AddScoped<IOutboxHandler, AskAfterDecision>();
        services.AddScoped<IRegencyTask, CareForSurvey>();
        return services
            .AddUseCase<ReadSurvey, SurveyForm, ReadSurveyHandler>()
            .AddUseCase<FindSurvey, SurveyForm, ReadSurveyHandler>()
            .AddUseCase<AnswerSurvey, Done, AnswerSurveyHandler>()
            .AddUseCase<ReadSatisfaction, SatisfactionView, ReadSatisfactionHandler>()
            .AddUseCase<PrintSatisfaction, PrintedSatisfaction, PrintSatisfactionHandler>()
            .AddUseCase<ListImprovements, IReadOnlyList<ImprovementView>, ChangeImprovementHandler>()
            .AddUseCase<ReadImprovement, ImprovementView, ChangeImprovementHandler>()
            .AddUseCase<ChangeImprovement, ImprovementView, ChangeImprovementHandler>();
    }
}
